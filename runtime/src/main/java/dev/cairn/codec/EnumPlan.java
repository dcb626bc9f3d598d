package dev.cairn.codec;

import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.value.OtherStorage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constants of today by their numbers in an older schema. Immutable.
 *
 * @param codec the enum of today
 * @param names the stored names
 * @param constants the constants that have these names, or had them; null for those that are gone, or of which that is open
 * @param renames tells which
 */
record EnumPlan<E extends Enum<E>>(
        EnumCodec<E> codec, List<String> names, List<@Nullable E> constants, Renames renames) {
    static <E extends Enum<E>> EnumPlan<E> of(EnumCodec<E> codec, Definition stored) {
        if (!(stored instanceof Definition.Enumeration enumeration)) {
            throw new IncompatibleSchemaException(OtherStorage.generated(stored, "an enum"));
        }
        List<String> names = enumeration.constants();
        List<@Nullable E> constants = new ArrayList<>();
        Renames renames = codec.renames(names);
        names.forEach(name -> constants.add(codec.constantOf(renames.meaning(name))));
        return new EnumPlan<>(codec, names, constants, renames);
    }

    E constant(int index) {
        if (index < 0 || index >= names.size()) {
            throw new MalformedArtifactException("enum " + codec.simpleName() + " had no constant of number " + index);
        }
        E constant = constants.get(index);
        if (renames.isOpen(names.get(index))) {
            throw renames.refusal(names.get(index)).from(codec);
        } else if (constant == null) {
            throw new IncompatibleSchemaException("stored as the constant `" + names.get(index) + "`, which enum "
                    + codec.simpleName() + " no longer has; if it was renamed, name the old name in @FormerNames");
        }
        return constant;
    }
}
