package dev.cairn.codec.tree;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import dev.cairn.codec.Tree;

/** Reads the values of one stored type. */
@FunctionalInterface
interface TreeReader {
    Tree read(Kryo kryo, Input input);
}
