package dev.cairn.samples.shapes;

import static dev.cairn.runtime.Merge.except;

import dev.cairn.Flow;
import dev.cairn.Item;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.samples.shapes.GatheringArtifacts.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Joins that change in place what their fields hold, before they merge, after it and without it. */
@Flow
class Gathering {
    @Parameter(help = "values whose sum is of no use")
    List<Integer> weights = new ArrayList<>(List.of(1));

    @Parameter(help = "whether the last join tampers with a parameter")
    boolean tamper;

    int count;
    int result;
    List<Integer> results = new ArrayList<>();
    Map<String, Integer> sums = new HashMap<>();
    int[] counts = new int[2];
    Tally tally = new Tally();
    List<String> log = new ArrayList<>();
    List<UUID> marks = new ArrayList<>(List.of(UUID.randomUUID()));
    String mode = "fast";
    String keep;
    List<String> notes;
    List<Integer> last = new ArrayList<>();

    /** Adds up. */
    static final class Tally {
        int total;

        void add(int amount) {
            total += amount;
        }
    }

    @Step(next = "work", foreach = "count")
    void start() {
        count = 3;
        keep = "start";
        notes = new ArrayList<>(List.of("start"));
    }

    @Step(next = "join")
    void work(@Item int index) {
        result = (index + 1) * 10;
        mode = "slow";
        keep = "work";
        log.add("work " + index);
    }

    @Step(next = {"one", "other"})
    void join(GatheringArtifacts.JoinInputs inputs) {
        mode = "fast";
        keep = null;
        for (var input : inputs) {
            gather(input.result());
        }
        log.add("before");
        inputs.mergeInto(this, except(Name.RESULT));
        log.add("after");
        notes.add("join");
        if (marks.isEmpty()) {
            marks.add(new UUID(0, 0));
        }
    }

    private void gather(int result) {
        results.add(result);
        sums.merge("all", result, Integer::sum);
        counts[result > 15 ? 1 : 0]++;
        tally.add(result);
    }

    @Step(next = "end")
    void one() {
        results.add(1);
    }

    @Step(next = "end")
    void other() {
        results.add(2);
    }

    @Step
    void end(GatheringArtifacts.EndInputs inputs) {
        last.addAll(inputs.one().results());
        last.addAll(inputs.other().results());
        if (tamper) {
            Tampering.with(weights);
        }
    }
}
