package dev.cairn.codec.collection;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.Planner;
import dev.cairn.codec.Tree;
import dev.cairn.codec.UnsupportedValueException;
import dev.cairn.codec.ValueReader;
import dev.cairn.codec.internal.CodecState;
import dev.cairn.codec.internal.Lengths;
import dev.cairn.codec.internal.PathText;
import dev.cairn.codec.internal.Refusals;
import dev.cairn.codec.internal.TreeErrors;
import dev.cairn.codec.internal.Varints;
import dev.cairn.codec.schema.Definitions;
import dev.cairn.codec.schema.SchemaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a list, set or other collection.
 *
 * <p>Payload where the declared type fixes the kind ({@code list}, {@code hashset}, {@code linkedhashset}, {@code treeset},
 * {@code enumset}): the number of elements plus one as an unsigned varint, 0 for null; then the elements. Where the kind is that
 * of the value ({@code collection}, {@code set}): a byte, 0 for null, else the number of the {@link CollectionKind}; the number
 * of elements as an unsigned varint; the elements.
 */
public final class CollectionCodec<E, C extends Iterable<E>> extends ArtifactCodec<C> {
    private final CollectionType<E, C> declared;
    private final ArtifactCodec<E> element;
    private final ValueReader reader;

    public CollectionCodec(CollectionType<E, C> declared, ArtifactCodec<E> element) {
        this.declared = declared;
        this.element = element;
        this.reader = element::read;
    }

    @Override
    public SchemaType type() {
        return new SchemaType.Parametric(declared.name(), List.of(element.type()));
    }

    @Override
    public void write(Kryo kryo, Output output, @Nullable C value) {
        if (value == null) {
            output.writeByte((byte) 0);
            return;
        }
        if (CodecState.of(kryo).isLooking()) {
            look(kryo, output, value);
            return;
        }
        CollectionClasses.requireKept(value, declared);
        CollectionKind kind = declared.isOpen() ? CollectionKind.of(value, element) : declared.fixedKind();
        if (kind == CollectionKind.UNORDERED) {
            CollectionKind.requireNoOrder(value, declared.javaName());
        }
        Collection<? extends E> elements = elements(value);
        CodecState.of(kryo).takeRoomForWriting(room(kind), output.total());
        if (declared.isOpen()) {
            output.writeByte((byte) kind.ordinal());
            Varints.write(output, elements.size());
        } else {
            Varints.write(output, elements.size() + 1);
        }
        if (kind == CollectionKind.UNORDERED) {
            writeSorted(kryo, output, elements);
        } else {
            if (value instanceof SortedSet<?> sorted && kind == CollectionKind.SORTED) {
                CollectionKind.requireNaturalOrder(sorted.comparator(), sorted);
            }
            writeInOrder(kryo, output, elements);
        }
    }

    /** Shows it and what it holds, in the order that it has now. */
    private void look(Kryo kryo, Output output, C value) {
        if (!CodecState.of(kryo).shows(this, value)) {
            int index = 0;
            for (E next : value) {
                try {
                    element.write(kryo, output, next);
                } catch (CodecException e) {
                    throw e.inside(this, value instanceof Set ? "element " + PathText.of(next) : "[" + index + "]");
                }
                index++;
            }
        }
    }

    private Collection<? extends E> elements(C value) {
        if (value instanceof Collection<?>) {
            @SuppressWarnings("unchecked") // an Iterable<E> that is a collection is one of E
            Collection<? extends E> collection = (Collection<? extends E>) value;
            return collection;
        }
        List<E> copy = new ArrayList<>();
        value.forEach(copy::add);
        return copy;
    }

    private void writeInOrder(Kryo kryo, Output output, Collection<? extends E> elements) {
        int expected = elements.size();
        int index = 0;
        try {
            for (E next : elements) {
                element.write(kryo, output, next);
                index++;
            }
        } catch (CodecException e) {
            throw e.inside(this, "[" + index + "]");
        }
        if (index != expected) {
            throw new UnsupportedValueException("the collection changed while it was stored");
        }
    }

    /** The room for constants that need not be there. */
    private long room(CollectionKind kind) {
        return kind == CollectionKind.ENUM && element.resolved() instanceof EnumCodec<?> codec
                ? codec.size() / Byte.SIZE
                : 0;
    }

    private void writeSorted(Kryo kryo, Output output, Collection<? extends E> elements) {
        CodecState state = CodecState.of(kryo);
        Output scratch = state.scratch();
        try {
            CanonicalOrder order = CanonicalOrder.of(kryo, scratch, element, elements);
            for (int place = 0; place < order.size(); place++) {
                order.write(output, place);
            }
        } catch (CodecException e) {
            throw e.from(this);
        } finally {
            state.release(scratch);
        }
    }

    @Override
    public @Nullable C read(Kryo kryo, Input input) {
        return read(declared, reader, kryo, input);
    }

    /** Reads what this codec wrote, except that the elements are read otherwise. */
    @Nullable
    public C readOpen(ValueReader reader, Kryo kryo, Input input) {
        return read(declared, reader, kryo, input);
    }

    /** Reads what a codec of the declared type {@code stored} wrote. */
    private @Nullable C read(CollectionType<?, ?> stored, ValueReader reader, Kryo kryo, Input input) {
        CollectionKind kind = stored.fixedKind();
        int length;
        if (stored.isOpen()) {
            kind = CollectionKind.of(input.readByte());
            if (kind == CollectionKind.ABSENT) {
                return null;
            }
            length = Lengths.read(kryo, input);
        } else {
            length = Lengths.readNullable(kryo, input);
            if (length < 0) {
                return null;
            }
        }
        CodecState.of(kryo).takeRoomForReading(room(declared.isOpen() ? kind : declared.fixedKind()), input.total());
        Collection<E> elements = declared.create(kind, element, Lengths.capacity(input, length));
        int index = 0;
        try {
            for (; index < length; index++) {
                @SuppressWarnings("unchecked") // the reader is the element codec's own, or one that it planned
                @Nullable
                E next = (E) reader.read(kryo, input);
                Refusals.add(elements, next);
            }
        } catch (CodecException e) {
            throw e.inside(this, "[" + index + "]");
        }
        return declared.cast(elements);
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
        CollectionType<?, ?> storedType =
                stored instanceof SchemaType.Parametric parametric ? CollectionTypes.find(parametric.name()) : null;
        if (storedType == null || !declared.canRead(storedType)) {
            throw Planner.incompatible(this, stored);
        }
        ValueReader reader = planner.plan(
                element, ((SchemaType.Parametric) stored).arguments().get(0));
        return (kryo, input) -> read(storedType, reader, kryo, input);
    }

    @Override
    @Nullable
    public C fromTree(Tree tree) {
        if (tree instanceof Tree.Null) {
            return null;
        } else if (!(tree instanceof Tree.Sequence)) {
            throw TreeErrors.notA(tree, javaName());
        }
        Tree.Sequence sequence = (Tree.Sequence) tree;
        CollectionKind kind = declared.isOpen() ? openKind(sequence) : declared.fixedKind();
        Collection<E> elements =
                declared.create(kind, element, sequence.elements().size());
        for (int i = 0; i < sequence.elements().size(); i++) {
            try {
                @Nullable E next = element.fromTree(sequence.elements().get(i));
                if (!(elements instanceof Set && contains(elements, next))) {
                    Refusals.add(elements, next);
                }
            } catch (CodecException e) {
                throw e.inside(this, "[" + i + "]");
            }
        }
        return declared.cast(elements);
    }

    /** Whether somebody has written an element of a set twice, which says nothing more. */
    private static boolean contains(Collection<?> elements, @Nullable Object element) {
        return element != null && elements.contains(element);
    }

    private CollectionKind openKind(Tree.Sequence sequence) {
        CollectionType<?, ?> stored = CollectionTypes.find(sequence.type());
        CollectionKind kind = stored == null ? CollectionKind.LIST : stored.fixedKind();
        return declared.accepts(kind) ? kind : CollectionKind.INSERTION_ORDERED;
    }

    /** For messages: the simple name of the interface. */
    @Override
    public String javaName() {
        return declared.javaName();
    }
}
