package dev.cairn.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constants of today by their numbers in an older schema. Immutable.
 *
 * @param codec the enum of today
 * @param names the stored names
 * @param constants the constants that have these names, or had them; null for those that are gone
 */
record EnumPlan<E extends Enum<E>>(EnumCodec<E> codec, List<String> names, List<@Nullable E> constants) {
    static <E extends Enum<E>> EnumPlan<E> of(EnumCodec<E> codec, Definition stored) {
        if (!(stored instanceof Definition.Enumeration)) {
            throw new IncompatibleSchemaException("stored as " + stored + ", which is an enum now");
        }
        List<String> names = ((Definition.Enumeration) stored).constants();
        List<@Nullable E> constants = new ArrayList<>();
        names.forEach(name -> constants.add(codec.find(name)));
        return new EnumPlan<>(codec, names, constants);
    }

    E constant(int index) {
        if (index < 0 || index >= names.size()) {
            throw new MalformedArtifactException("enum " + codec.simpleName() + " had no constant of number " + index);
        }
        E constant = constants.get(index);
        if (constant == null) {
            throw new IncompatibleSchemaException("stored as the constant `" + names.get(index) + "`, which enum "
                    + codec.simpleName() + " no longer has; if it was renamed, name the old name in @FormerNames");
        }
        return constant;
    }
}
