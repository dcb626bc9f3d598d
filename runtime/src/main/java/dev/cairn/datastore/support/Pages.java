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
final class Pages<K extends @Nullable Object, R, T> extends Spliterators.AbstractSpliterator<T> {
    private final Function<K, List<R>> pageAfter;
    private final Function<R, K> key;
    private final Function<R, T> shown;
    private final Queue<R> page = new ArrayDeque<>();
    private K last;
    private boolean ended;

    private Pages(Function<K, List<R>> pageAfter, K first, Function<R, K> key, Function<R, T> shown) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.pageAfter = pageAfter;
        this.last = first;
        this.key = key;
        this.shown = shown;
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
        return stream(pageAfter, before, key, row -> row);
    }

    /**
     * Streams what rows hold: an iterator over it needs no buffer, as it would over a mapped stream.
     *
     * @param shown what a row holds
     */
    static <K extends @Nullable Object, R, T> Stream<T> stream(
            Function<K, List<R>> pageAfter, K before, Function<R, K> key, Function<R, T> shown) {
        return StreamSupport.stream(new Pages<>(pageAfter, before, key, shown), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (page.isEmpty() && !ended) {
            page.addAll(pageAfter.apply(last));
            ended = page.isEmpty();
        }
        R row = page.poll();
        if (row == null) {
            return false;
        }
        last = key.apply(row);
        action.accept(shown.apply(row));
        return true;
    }
}
