package dev.cairn.codec.collection;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.EnumCodec;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.internal.TreeErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A declared type of collections.
 *
 * @param name its name in schemas
 * @param javaName its simple name in Java, for messages
 * @param fixedKind the kind of all its values; absent if each value has its own
 * @param setsOnly of one without a fixed kind: whether it takes sets only
 * @param factory makes an empty instance of a given capacity; null for what the kind suggests
 */
public record CollectionType<E, C extends Iterable<E>>(
        String name,
        String javaName,
        CollectionKind fixedKind,
        boolean setsOnly,
        @Nullable IntFunction<? extends Collection<E>> factory) {
    static final String PRIORITY_QUEUE = "PriorityQueue";

    /** Whether the values are priority queues, the elements of which are in no order that other collections could keep. */
    boolean isPriorityQueue() {
        return javaName.equals(PRIORITY_QUEUE);
    }

    public boolean isOpen() {
        return fixedKind == CollectionKind.ABSENT;
    }

    boolean accepts(CollectionKind kind) {
        if (isOpen()) {
            return kind != CollectionKind.ABSENT && (!setsOnly || kind != CollectionKind.LIST);
        }
        return (kind == CollectionKind.LIST) == (fixedKind == CollectionKind.LIST);
    }

    /** Whether what was stored under another declared type may be read as this one; of some it depends on the value. */
    boolean canRead(CollectionType<?, ?> stored) {
        return stored.isOpen() || accepts(stored.fixedKind);
    }

    /** An empty collection of this type for what was stored as {@code stored}. */
    Collection<E> create(CollectionKind stored, ArtifactCodec<E> element, int capacity) {
        if (!accepts(stored)) {
            throw new IncompatibleSchemaException("stored as a " + (stored == CollectionKind.LIST ? "list" : "set")
                    + ", which cannot be read as " + TreeErrors.withArticle(javaName));
        }
        if (factory != null) {
            return factory.apply(capacity);
        }
        return switch (isOpen() ? stored : fixedKind) {
            case ABSENT, LIST -> new ArrayList<>(capacity);
            case UNORDERED -> new HashSet<>(hashCapacity(capacity));
            case INSERTION_ORDERED -> new LinkedHashSet<>(hashCapacity(capacity));
            case SORTED -> new TreeSet<>();
            case ENUM -> enumSet(element);
        };
    }

    static int hashCapacity(int length) {
        return (int) Math.min(1 << 30, length / 3L * 4 + 4);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the codec of an enum's constants knows the enum
    private static <E> Collection<E> enumSet(ArtifactCodec<E> element) {
        if (element.resolved() instanceof EnumCodec codec) {
            return EnumSet.noneOf(codec.javaType());
        }
        throw new MalformedArtifactException("a set of enum constants where the elements are of another type");
    }

    @SuppressWarnings("unchecked") // made by create(), for this type
    C cast(Collection<E> elements) {
        return (C) elements;
    }
}
