package dev.cairn.datastore.support;

import dev.cairn.datastore.AttemptPages;
import dev.cairn.datastore.EndedAttempt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The attempts of a run that were not returned so far. Where several processes commit at once, an attempt may be committed after one with
 * a larger number. So at the end of what there is, the number of those that were returned is compared with the count of the store, and
 * those that came late are looked for.
 */
final class NumberedAttemptPages implements AttemptPages {
    private static final int PAGE = 256;

    private final Function<Function<Records, List<Numbered>>, List<Numbered>> reader;
    private final RunKey run;
    private long[] returned = new long[PAGE]; // the numbers, in order
    private int count;

    /** An attempt, with its number. */
    record Numbered(long number, EndedAttempt attempt) {}

    NumberedAttemptPages(Function<Function<Records, List<Numbered>>, List<Numbered>> reader, RunKey run) {
        this.reader = reader;
        this.run = run;
    }

    @Override
    public List<EndedAttempt> next() {
        List<Numbered> page = reader.apply(records -> withOutput(records, page(records)));
        page.forEach(numbered -> note(numbered.number()));
        return page.stream().map(Numbered::attempt).toList();
    }

    /** What has output by its record may have lost it: whoever asks for it, learns that. */
    private List<Numbered> withOutput(Records records, List<StoredTask> page) {
        Set<Long> withOutput = page.isEmpty() ? Set.of() : records.withOutput(run, page);
        return page.stream()
                .map(stored -> new Numbered(
                        stored.number(),
                        new EndedAttempt(stored.record(), stored.logs() > 0 || withOutput.contains(stored.number()))))
                .toList();
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
    private List<StoredTask> page(Records records) {
        List<StoredTask> next = records.attempts(run, last(), PAGE);
        if (next.size() == PAGE) {
            return next;
        }
        long missing = counted(records) - count - next.size();
        if (missing <= 0) {
            return next;
        }
        List<StoredTask> page = late(records, missing);
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
    private List<StoredTask> late(Records records, long missing) {
        for (long back = PAGE; ; back *= 4) {
            long after = back < count ? returned[count - (int) back] : 0;
            List<StoredTask> late = notReturned(records, after);
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
    private List<StoredTask> notReturned(Records records, long after) {
        List<StoredTask> found = new ArrayList<>();
        for (long from = after; from < last(); ) {
            List<StoredTask> page = records.attempts(run, from, PAGE);
            for (StoredTask attempt : page) {
                if (attempt.number() < last() && Arrays.binarySearch(returned, 0, count, attempt.number()) < 0) {
                    found.add(attempt);
                }
            }
            from = page.isEmpty()
                    ? last()
                    : Math.max(from + 1, page.get(page.size() - 1).number());
        }
        return found;
    }
}
