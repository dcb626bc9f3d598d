package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The codec of an {@link Optional}.
 *
 * <p>Payload: a byte, 0 for null, 1 for empty, 2 for a value; then the value.
 */
public final class OptionalCodec<T> extends ArtifactCodec<Optional<T>> {
    public static final byte NULL = 0;
    public static final byte EMPTY = 1;
    public static final byte PRESENT = 2;

    private final ArtifactCodec<T> element;
    private final ValueReader reader;

    public OptionalCodec(ArtifactCodec<T> element) {
        this.element = element;
        this.reader = element::read;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric("optional", List.of(element.type()));
    }

    @Override
    // An optional that is null is bad style, but it is a value of the type all the same.
    @SuppressWarnings("OptionalAssignedToNull")
    public void write(Kryo kryo, Output output, @Nullable Optional<T> value) {
        if (value == null) {
            output.writeByte(NULL);
        } else if (value.isEmpty()) {
            output.writeByte(EMPTY);
        } else {
            output.writeByte(PRESENT);
            try {
                element.write(kryo, output, value.get());
            } catch (CodecException e) {
                throw e.from(this);
            }
        }
    }

    @Override
    public @Nullable Optional<T> read(Kryo kryo, Input input) {
        return read(reader, kryo, input);
    }

    private @Nullable Optional<T> read(ValueReader reader, Kryo kryo, Input input) {
        byte state = input.readByte();
        if (state == PRESENT) {
            @SuppressWarnings("unchecked") // the reader is the element codec's own, or one that it planned
            @Nullable
            T value = (T) reader.read(kryo, input);
            if (value == null) {
                throw new MalformedArtifactException("an optional holds null");
            }
            return Optional.of(value);
        } else if (state == NULL || state == EMPTY) {
            return state == EMPTY ? Optional.empty() : null;
        }
        throw new MalformedArtifactException("expected 0, 1 or 2 before an optional, found " + state);
    }

    @Override
    public Optional<T> nothing() {
        return Optional.empty();
    }

    @Override
    protected boolean staysAsItIsWhenRead() {
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
                && parametric.name().equals("optional")) {
            ValueReader reader = planner.plan(element, parametric.arguments().get(0));
            return (kryo, input) -> read(reader, kryo, input);
        }
        ValueReader reader = planner.plan(element, stored); // what was not optional when it was stored
        return (kryo, input) -> Optional.ofNullable(reader.read(kryo, input));
    }

    @Override
    @Nullable
    public Optional<T> fromTree(Tree tree) {
        if (tree instanceof Tree.Sequence sequence && sequence.type().equals("optional")) {
            return sequence.elements().isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(element.fromTree(sequence.elements().get(0)));
        }
        return tree instanceof Tree.Null ? Optional.empty() : Optional.ofNullable(element.fromTree(tree));
    }

    @Override
    public String javaName() {
        return "Optional";
    }
}
