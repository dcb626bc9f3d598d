package dev.cairn.datastore.support;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a query page by page: each page is a query of its own, for the rows after the last one. So a reader
 * that takes its time holds no transaction open, and no more than a page in memory.
 */
final class Pages<K extends @Nullable Object, R> extends Spliterators.AbstractSpliterator<R> {
    private final Function<K, List<R>> pageAfter;
    private final Function<R, K> key;
    private final Queue<R> page = new ArrayDeque<>();
    private K last;
    private boolean ended;

    private Pages(Function<K, List<R>> pageAfter, K first, Function<R, K> key) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.pageAfter = pageAfter;
        this.last = first;
        this.key = key;
    }

    /**
     * Streams rows.
     *
     * @param pageAfter the next rows after a key; empty at the end
     * @param before a key before the first row
     * @param key the key of a row
     */
    static <K extends @Nullable Object, R> Stream<R> stream(
            Function<K, List<R>> pageAfter, K before, Function<R, K> key) {
        return StreamSupport.stream(new Pages<>(pageAfter, before, key), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        if (page.isEmpty() && !ended) {
            page.addAll(pageAfter.apply(last));
            ended = page.isEmpty();
        }
        R row = page.poll();
        if (row == null) {
            return false;
        }
        last = key.apply(row);
        action.accept(row);
        return true;
    }
}
