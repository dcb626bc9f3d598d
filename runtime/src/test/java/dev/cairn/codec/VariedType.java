package dev.cairn.codec;

import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type, and values of it that can be made again and again, equal each time and hardly ever in the same way.
 *
 * @param codec how they are stored
 * @param hashable whether equal values are equal to {@code equals}, so that they can be in sets: those with arrays are not
 * @param contents draws the content of a value
 */
public record VariedType<T>(ArtifactCodec<T> codec, boolean hashable, Function<Random, Recipe<T>> contents) {
    /** The content of a value, which is no object yet. */
    @FunctionalInterface
    public interface Recipe<T> {
        /** A new value of this content. How it is made, which does not show in what is stored, follows from {@code order}. */
        @Nullable
        T make(Random order);
    }

    /** A value to be made. */
    public Recipe<T> recipe(Random random) {
        return contents.apply(random);
    }

    /** A value. */
    public @Nullable T value(Random random) {
        return recipe(random).make(random);
    }

    /** The artifact of a value that is made so. */
    public byte[] encoded(Recipe<T> recipe, Random order) {
        return ArtifactFormat.encode(codec, recipe.make(order)).bytes();
    }

    /** A type whose values need no more than what is drawn for them: it is drawn again, for an object of its own. */
    static <T> VariedType<T> leaf(ArtifactCodec<T> codec, boolean hashable, Function<Random, @Nullable T> draw) {
        return new VariedType<>(codec, hashable, random -> {
            long seed = random.nextLong();
            return order -> draw.apply(new Random(seed));
        });
    }
}
