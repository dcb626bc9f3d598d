package dev.cairn.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects golden artifacts. */
abstract class GoldenCases {
    /**
     * A value and its codec.
     *
     * @param name the name of its files
     */
    record Golden<T>(
            String name, ArtifactCodec<T> codec, @Nullable T value) {
        @Override
        public String toString() {
            return name;
        }
    }

    final List<Golden<?>> cases = new ArrayList<>();

    final <T> void add(String name, ArtifactCodec<T> codec, @Nullable T value) {
        cases.add(new Golden<>(name, codec, value));
    }

    /** Several values of one type: a list of them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    final <T> void addAll(String name, ArtifactCodec<T> codec, @Nullable T... values) {
        add(name, Codecs.list(codec), Arrays.asList(values));
    }
}
