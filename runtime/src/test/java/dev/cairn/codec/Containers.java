package dev.cairn.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sets and maps within a value may take over their share. An empty one is one byte, and has to be an object of its own, since
 * it can be changed: a {@code LinkedHashSet} of 72 bytes, with a table of 96. And of elements that are one byte, of which there are no
 * more than 256 in a set, each takes an entry of 40 bytes and a place in the table.
 */
final class Containers {
    private static final long EACH = 96;
    private static final long ELEMENT = 24;

    private Containers() {}

    static long extra(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return (value instanceof Set ? EACH + ELEMENT * Math.min(256, collection.size()) : EACH) + sum(collection);
        } else if (value instanceof Map<?, ?> map) {
            return EACH + sum(map.keySet()) + sum(map.values());
        } else if (value instanceof Object[] array) {
            return sum(Arrays.asList(array));
        } else if (value instanceof RowCodec.Row row) {
            return sum(Arrays.asList(row.values()));
        } else if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? extra(optional.get()) : 0;
        } else if (value instanceof Map.Entry<?, ?> entry) {
            return extra(entry.getKey()) + extra(entry.getValue());
        } else if (value instanceof Samples.Node node) {
            return sum(Arrays.asList(node.left(), node.right(), node.others()));
        } else if (value instanceof Samples.Box box) {
            return sum(Arrays.asList(box.inner, box.content));
        }
        return value instanceof CustomCodecTest.Lines lines ? sum(List.of(lines.lines())) : 0;
    }

    private static long sum(Collection<?> values) {
        long sum = 0;
        for (Object value : values) {
            sum += extra(value);
        }
        return sum;
    }
}
