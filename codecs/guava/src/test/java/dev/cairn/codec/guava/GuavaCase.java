package dev.cairn.codec.guava;

import dev.cairn.codec.ArtifactCodec;

/**
 * A value of a type of Guava.
 *
 * @param value the value
 * @param same an equal value, built in another order where that makes no difference to the type
 * @param tree how it is shown
 */
record GuavaCase<T>(String name, ArtifactCodec<T> codec, T value, T same, String tree) {
    @Override
    public String toString() {
        return name;
    }
}
