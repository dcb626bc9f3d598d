package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.DatastoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tasks of a step stored under one name. Not thread-safe. */
final class ArtifactFacts {
    /** The most different values that are counted one by one. */
    static final int COUNTED_VALUES = 6;

    /** The largest encoded number: one of a hundred digits, and its header. */
    private static final int LARGEST_NUMBER = 200;

    private static final Set<String> NUMBERS = Set.of(
            "double",
            "float",
            "int",
            "long",
            "short",
            "byte",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "BigDecimal",
            "BigInteger");

    /** A value that several tasks stored. */
    static final class Value {
        private final DataArtifact first;
        private long count;

        Value(DataArtifact first) {
            this.first = first;
        }

        DataArtifact first() {
            return first;
        }

        long count() {
            return count;
        }
    }

    private final DataArtifact first;
    private final @Nullable NumberSeries numbers;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private boolean manyValues;
    private long count;
    private long bytes;
    private long unreadable;

    /**
     * Facts of an artifact that at most {@code tasks} tasks store.
     *
     * @param first the first of them
     */
    ArtifactFacts(DataArtifact first, long tasks) {
        this.first = first;
        this.numbers = NUMBERS.contains(first.type()) ? new NumberSeries(tasks) : null;
    }

    /** Adds what the task at a position, from 0, stored. */
    void add(long position, DataArtifact artifact) {
        count++;
        bytes += artifact.size();
        if (!manyValues) {
            values.computeIfAbsent(artifact.sha(), unused -> new Value(artifact)).count++;
            if (values.size() > COUNTED_VALUES) {
                manyValues = true;
                values.clear();
            }
        }
        if (numbers != null && artifact.size() <= LARGEST_NUMBER) {
            try {
                number(artifact.tree()).ifPresent(number -> numbers.add(position, number));
            } catch (DatastoreException | CodecException e) {
                unreadable++;
            }
        }
    }

    private static OptionalDouble number(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** What the first task stored. */
    DataArtifact first() {
        return first;
    }

    /** The numbers, task by task; null if the artifact is not a number. */
    @Nullable
    NumberSeries numbers() {
        return numbers;
    }

    /** The different values, and how many tasks stored each; empty if there are many. */
    Map<String, Value> values() {
        return values;
    }

    /** How many tasks stored it. */
    long count() {
        return count;
    }

    /** The bytes of all of them, equal ones too. */
    long bytes() {
        return bytes;
    }

    /** How many could not be read. */
    long unreadable() {
        return unreadable;
    }
}
