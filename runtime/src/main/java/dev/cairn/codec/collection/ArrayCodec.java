package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.value.LeafCodec;
import dev.cairn.codec.value.PrimitiveArrays;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The codec of an array of references.
 *
 * <p>Payload: the length plus one as an unsigned varint, 0 for null; then the elements.
 */
public final class ArrayCodec<E> extends ArtifactCodec<E[]> {
    private final IntFunction<E[]> factory;
    private final ArtifactCodec<E> element;
    private final ValueReader reader;

    public ArrayCodec(IntFunction<E[]> factory, ArtifactCodec<E> element) {
        if (element instanceof LeafCodec<?> leaf && leaf.isPrimitive()) {
            // Its schema would say that the elements are stored as those of an array of primitives are, which they
            // would not be.
            throw new IllegalArgumentException("an array of " + leaf.javaName() + " values needs the codec of "
                    + leaf.javaName() + "[], or that of the box");
        }
        this.factory = factory;
        this.element = element;
        this.reader = element::read;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric("array", List.of(element.type()));
    }

    @Override
    public void write(Kryo kryo, Output output, E @Nullable [] array) {
        if (array == null) {
            output.writeByte((byte) 0);
            return;
        }
        if (CodecState.of(kryo).shows(this, array)) {
            return;
        }
        Varints.write(output, array.length + 1);
        int index = 0;
        try {
            for (; index < array.length; index++) {
                element.write(kryo, output, array[index]);
            }
        } catch (CodecException e) {
            throw e.inside(this, "[" + index + "]");
        }
    }

    @Override
    public E @Nullable [] read(Kryo kryo, Input input) {
        return read(reader, kryo, input);
    }

    @SuppressWarnings("NullAway") // elements may be null, whatever E is
    private E @Nullable [] read(ValueReader reader, Kryo kryo, Input input) {
        int length = Lengths.readNullable(kryo, input);
        if (length < 0) {
            return null;
        }
        E[] array = factory.apply(Lengths.capacity(input, length));
        int index = 0;
        try {
            for (; index < length; index++) {
                if (index == array.length) {
                    array = Arrays.copyOf(array, (int) Math.min(length, index * 2L));
                }
                @SuppressWarnings("unchecked") // the reader is the element codec's own, or one that it planned
                E next = (E) reader.read(kryo, input);
                array[index] = next;
            }
        } catch (CodecException e) {
            throw e.inside(this, "[" + index + "]");
        }
        return array;
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
        return true;
    }

    @Override
    protected boolean isChangeable() {
        return true;
    }

    @Override
    public List<ArtifactCodec<?>> parts() {
        return List.of(element);
    }

    @Override
    public void define(Definitions definitions) {
        element.define(definitions);
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        if (stored instanceof SchemaType.Parametric parametric
                && parametric.name().equals("array")
                && !PrimitiveArrays.isPacked(parametric)) {
            ValueReader reader = planner.plan(element, parametric.arguments().get(0));
            return (kryo, input) -> read(reader, kryo, input);
        }
        throw Planner.incompatible(this, stored);
    }

    @Override
    @SuppressWarnings("NullAway") // elements may be null, whatever E is
    public E @Nullable [] fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        } else if (!(tree instanceof Tree.Sequence)) {
            throw TreeErrors.notA(tree, javaName());
        }
        List<Tree> elements = ((Tree.Sequence) tree).elements();
        E[] array = factory.apply(elements.size());
        for (int i = 0; i < array.length; i++) {
            try {
                array[i] = element.fromTree(elements.get(i));
            } catch (CodecException e) {
                throw e.inside(this, "[" + i + "]");
            }
        }
        return array;
    }

    @Override
    public String javaName() {
        return element.javaName() + "[]";
    }
}
