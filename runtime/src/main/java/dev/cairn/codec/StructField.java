package dev.cairn.codec;

import dev.cairn.codec.schema.Renames;
import dev.cairn.codec.value.LeafCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored field of a record or class. Immutable.
 *
 * @param name its name
 * @param codec how its values are stored
 * @param formerNames names under which older versions stored it
 * @param hasDefault whether it is marked as new, so that it may be missing in values of older versions
 * @param defaultText its default value, as text; null for the value that the class itself gives it, which for a record is null, or an
 *     empty {@code Optional}
 */
public record StructField(
        String name,
        ArtifactCodec<?> codec,
        List<String> formerNames,
        boolean hasDefault,
        @Nullable String defaultText) {
    /**
     * Copies the list.
     *
     * @param name its name
     * @param codec how its values are stored
     * @param formerNames names under which older versions stored it
     * @param hasDefault whether it is marked as new, so that it may be missing in values of older versions
     * @param defaultText its default value, as text; null for the value that the class itself gives it, which for a record is null, or an
     *     empty {@code Optional}
     */
    public StructField {
        formerNames = List.copyOf(formerNames);
    }

    /** A field that is required where it is of a primitive type. */
    StructField(String name, ArtifactCodec<?> codec) {
        this(name, codec, List.of(), false, null);
    }

    /**
     * {@return this field, with names under which older versions stored it}
     *
     * @param names the former names, instead of those that were set before
     */
    public StructField formerNames(String... names) {
        return new StructField(name, codec, List.of(names), hasDefault, defaultText);
    }

    /** {@return this field, which older versions did not have: {@code @Default} without a value} */
    public StructField withDefault() {
        return new StructField(name, codec, formerNames, true, null);
    }

    /**
     * {@return this field, which older versions did not have: {@code @Default} with a value}
     *
     * @param text the default value, as for a parameter of this type
     */
    public StructField withDefault(String text) {
        return new StructField(name, codec, formerNames, true, text);
    }

    boolean isPrimitive() {
        return codec instanceof LeafCodec<?> leaf && leaf.isPrimitive();
    }

    Renames.Member member() {
        return new Renames.Member(name, formerNames);
    }
}
