package dev.cairn.codec.value;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.ExpectingOutput;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codec of an array of primitives. It copies between the array and the buffer of the output or input, so that an array costs hardly
 * more than copying it and needs no second copy of the whole.
 *
 * <p>Payload: the length plus one as an unsigned varint, 0 for null; then the elements as {@link PrimitiveArrayFormat} says.
 */
public final class PrimitiveArrayCodec<A> extends ArtifactCodec<A> {
    /** What is copied at once when writing: it is read twice, the second time from the processor's cache. */
    private static final int CHUNK = 1 << 14;

    private final PrimitiveArrayFormat<A> format;
    private PrimitiveArrayFormat.@Nullable Elements<A> handling; // made when it is used first; two are as good as one

    PrimitiveArrayCodec(PrimitiveArrayFormat<A> format) {
        this.format = format;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric("array", List.of(format.element().type()));
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable A array) {
        if (array == null) {
            output.writeByte((byte) 0);
            return;
        }
        int length = Array.getLength(array);
        if (CodecState.of(kryo).shows(this, array)) {
            return;
        }
        Varints.write(output, length + 1);
        if (output instanceof ExpectingOutput memory) {
            if (array instanceof byte[] bytes && memory.writeAtOnce(bytes)) {
                return;
            }
            memory.expect((long) length * format.elementSize());
        }
        writeElements(output, array, length);
    }

    private void writeElements(Output output, A array, int length) {
        int size = format.elementSize();
        for (int from = 0; from < length; ) {
            int position = output.position();
            int count = Math.min(length - from, Math.min(CHUNK, output.getBuffer().length - position) / size);
            if (count == 0) {
                output.writeBytes(oneElement(array, from), 0, size); // makes room
                from++;
            } else {
                handling().put().copy(array, from, count, elements(output.getBuffer(), position, count));
                output.setPosition(position + count * size);
                from += count;
            }
        }
    }

    private PrimitiveArrayFormat.Elements<A> handling() {
        PrimitiveArrayFormat.Elements<A> known = handling;
        if (known == null) {
            known = format.elements().get();
            handling = known;
        }
        return known;
    }

    private byte[] oneElement(A array, int index) {
        byte[] element = new byte[format.elementSize()];
        handling().put().copy(array, index, 1, elements(element, 0, 1));
        return element;
    }

    private ByteBuffer elements(byte[] bytes, int position, int count) {
        return ByteBuffer.wrap(bytes, position, count * format.elementSize()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public @Nullable A read(Kryo kryo, Input input) {
        int length = readLength(input);
        return length < 0 ? null : readElements(input, length);
    }

    /** Reads null, which is -1, or the length of an array. */
    public int readLength(Input input) {
        return Lengths.readNullable(input, format.elementSize());
    }

    /** Reads an array of the next {@code length} elements. */
    public A readElements(Input input, int length) {
        int size = format.elementSize();
        PrimitiveArrayFormat.Whole<A> whole = handling().whole();
        if (whole != null && length <= input.limit() - input.position()) {
            A array = whole.of(input.getBuffer(), input.position(), length);
            input.setPosition(input.position() + length);
            return array;
        }
        A array = handling().create().apply(Lengths.capacity(input, length));
        for (int from = 0; from < length; ) {
            int position = input.position();
            int count = Math.min(length - from, (input.limit() - position) / size);
            byte[] bytes = input.getBuffer();
            if (count == 0) {
                count = 1;
                position = 0;
                bytes = input.readBytes(size); // fills the buffer
            } else {
                input.setPosition(position + count * size);
            }
            if (from + count > Array.getLength(array)) {
                array = resized(array, (int) Math.min(length, Math.max(from + count, from * 2L)));
            }
            handling().get().copy(array, from, count, elements(bytes, position, count));
            from += count;
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
    public void define(Definitions definitions) {
        // Cairn's own types need none.
    }

    @Override
    public ValueReader plan(Planner planner, SchemaType stored) {
        PrimitiveArrayCodec<?> storedCodec = PrimitiveArrays.find(stored);
        Function<Object, Object> widening = storedCodec == null
                ? null
                : NumericWidening.find(
                        storedCodec.format.element().type().name(),
                        format.element().type().name());
        if (storedCodec == null || widening == null) {
            throw Planner.incompatible(this, stored);
        }
        return (kryo, input) -> widened(storedCodec.read(kryo, input), widening);
    }

    private @Nullable A widened(@Nullable Object array, Function<Object, Object> widening) {
        if (array == null) {
            return null;
        }
        A wide = handling().create().apply(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(wide, i, widening.apply(Array.get(array, i)));
        }
        return wide;
    }

    @Override
    @Nullable
    public A fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        } else if (tree instanceof Tree.Primitives primitives) {
            A array = handling().create().apply(0);
            if (array.getClass().isInstance(primitives.array())) {
                @SuppressWarnings("unchecked") // checked in the line before
                A same = (A) primitives.array();
                return resized(same, Array.getLength(same));
            }
        } else if (tree instanceof Tree.Sequence sequence) {
            return fromElements(sequence.elements());
        }
        throw TreeErrors.notA(tree, javaName());
    }

    private A fromElements(List<Tree> elements) {
        A array = handling().create().apply(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            try {
                Array.set(array, i, format.element().fromTree(elements.get(i)));
            } catch (CodecException e) {
                throw e.inside(this, "[" + i + "]");
            }
        }
        return array;
    }

    /** An array of another length with the same first elements. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the same primitives
    private A resized(A array, int length) {
        A resized = handling().create().apply(length);
        System.arraycopy(array, 0, resized, 0, Math.min(length, Array.getLength(array)));
        return resized;
    }

    /** Gets past an array without making it. */
    public void skip(Input input) {
        int length = readLength(input);
        if (length > 0) {
            input.skip((long) length * format.elementSize());
        }
    }

    public Class<?> javaType() {
        return format.type();
    }

    @Override
    public String javaName() {
        return format.element().javaName() + "[]";
    }
}
