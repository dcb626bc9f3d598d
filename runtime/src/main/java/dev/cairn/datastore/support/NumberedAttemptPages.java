package dev.cairn.datastore.support;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.EndedAttempt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The attempts of a run that were not returned so far. Where several processes commit at once, an attempt may be committed after one with
 * a larger number. So at the end of what there is, the number of those that were returned is compared with the count of the store, and
 * those that came late are looked for.
 */
final class NumberedAttemptPages implements AttemptPages {
    private static final int PAGE = 256;

    private final Function<Function<Records, List<StoredEnd>>, List<StoredEnd>> reader;
    private final RunKey run;
    private long[] returned = new long[PAGE]; // the numbers, in order
    private int count;

    NumberedAttemptPages(Function<Function<Records, List<StoredEnd>>, List<StoredEnd>> reader, RunKey run) {
        this.reader = reader;
        this.run = run;
    }

    @Override
    public List<EndedAttempt> next() {
        List<StoredEnd> page = reader.apply(this::page);
        page.forEach(end -> note(end.number()));
        return page.stream().map(StoredEnd::attempt).toList();
    }

    private void note(long number) {
        if (count == returned.length) {
            returned = Arrays.copyOf(returned, 2 * count);
        }
        int place = -1 - Arrays.binarySearch(returned, 0, count, number);
        System.arraycopy(returned, place, returned, place + 1, count - place);
        returned[place] = number;
        count++;
    }

    private long last() {
        return count == 0 ? 0 : returned[count - 1];
    }

    /** Has no effects, since a store may read more than once. */
    private List<StoredEnd> page(Records records) {
        List<StoredEnd> next = records.ends(run, last(), PAGE);
        if (next.size() == PAGE) {
            return next;
        }
        long missing = counted(records) - count - next.size();
        if (missing <= 0) {
            return next;
        }
        List<StoredEnd> page = late(records, missing);
        page.addAll(next);
        return page;
    }

    /** All attempts; 0 if the store does not count. */
    private long counted(Records records) {
        return records.tallies(run, null).stream()
                .flatMap(List::stream)
                .filter(tally -> tally.kind().isOfTasks())
                .mapToLong(Tally::rows)
                .sum();
    }

    /** Looks first near the last number, where most of them are. */
    private List<StoredEnd> late(Records records, long missing) {
        for (long back = PAGE; ; back *= 4) {
            long after = back < count ? returned[count - (int) back] : 0;
            List<StoredEnd> late = notReturned(records, after);
            if (late.size() >= missing) {
                return late;
            }
            if (after == 0) {
                throw new DamagedRecordException(
                        missing + " attempts of tasks were recorded, but " + late.size() + " of them were found");
            }
        }
    }

    /** Those between a number and the last one. */
    private List<StoredEnd> notReturned(Records records, long after) {
        List<StoredEnd> found = new ArrayList<>();
        for (long from = after; from < last(); ) {
            List<StoredEnd> page = records.ends(run, from, PAGE);
            for (StoredEnd end : page) {
                if (end.number() < last() && Arrays.binarySearch(returned, 0, count, end.number()) < 0) {
                    found.add(end);
                }
            }
            from = page.isEmpty()
                    ? last()
                    : Math.max(from + 1, page.get(page.size() - 1).number());
        }
        return found;
    }
}
