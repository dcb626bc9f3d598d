package dev.cairn.client;

import dev.cairn.datastore.RunRecord;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes one stream of runs of several, each with the newest run first. Of each it holds one run. */
final class NewestFirst {
    private NewestFirst() {}

    static Stream<RunRecord> of(List<Stream<RunRecord>> streams) {
        if (streams.size() == 1) {
            return streams.get(0);
        }
        Stream<RunRecord> merged = StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Merged(streams), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
        for (Stream<RunRecord> stream : streams) {
            merged = merged.onClose(stream::close);
        }
        return merged;
    }

    private static final class Merged implements Iterator<RunRecord> {
        private final PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparing((Head head) -> head.run().id()).reversed());

        Merged(List<Stream<RunRecord>> streams) {
            streams.forEach(stream -> advance(stream.iterator()));
        }

        private void advance(Iterator<RunRecord> runs) {
            if (runs.hasNext()) {
                heads.add(new Head(runs.next(), runs));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public RunRecord next() {
            Head head = heads.poll();
            if (head == null) {
                throw new NoSuchElementException();
            }
            advance(head.rest());
            return head.run();
        }
    }

    private record Head(RunRecord run, Iterator<RunRecord> rest) {}
}
