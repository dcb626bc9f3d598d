package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnmergedArtifactRule}: {@code [cairn:unmerged-artifact]}. */
class UnmergedArtifactRuleTest {
    @Test
    void theJoinForgetsToMerge() {
        assertThat(allProblems("""
                        Map<String, String> config;
                        @Step(next = {"a", "b"}) void start() { config = Map.of(); }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(config); }
                        """)).isEqualTo("""
                        6:39 error [cairn:unmerged-artifact] artifact `config` is read in step `end`, but join `join` does not pass it on
                            path:  start -> a -> join -> end
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void theJoinReadsBeforeItMerges() {
        assertThat(allProblems("""
                        String config;
                        @Step(next = {"a", "b"}) void start() { config = "x"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { System.out.println(config); inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:87 error [cairn:unmerged-artifact] artifact `config` is read in join `join`, which has neither merged it nor assigned it
                            path:  start -> a -> join
                            fix:   read it after `mergeInto`, or assign it first.""");
    }

    @Test
    void whatTheTasksOfAForeachAssign() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        int size;
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure(@Item String item) { size = item.length(); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs all) {}
                        @Step void end() { System.out.println(size); }
                        """)).isEqualTo("""
                        6:39 error [cairn:unmerged-artifact] artifact `size` is read in step `end`, but join `join` does not pass it on
                            path:  start -> measure -> join -> end
                            fix:   assign it in `join` from the inputs, which may differ, for example `size = all.get(0).size();`.""");
    }

    @Test
    void whatTwoBranchesAssign() {
        assertThat(allProblems("""
                        String model;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { model = "a"; }
                        @Step(next = "join") void b() { model = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { System.out.println(model); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:87 error [cairn:unmerged-artifact] artifact `model` is read in join `join`, which has neither merged it nor assigned it
                            path:  start -> a -> join
                            fix:   assign it in `join` from the inputs, which may differ, for example `model = inputs.a().model();`.""");
    }

    @Test
    void onlyDoesNotNameIt() {
        assertThat(allProblems("""
                        String one;
                        String two;
                        @Step(next = {"a", "b"}) void start() { one = "1"; two = "2"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.ONE)); }
                        @Step void end() { System.out.println(one + two); }
                        """)).isEqualTo("""
                        7:45 error [cairn:unmerged-artifact] artifact `two` is read in step `end`, but join `join` does not pass it on
                            path:  start -> a -> join -> end
                            fix:   name it in `only(..)` in `join`, or assign it there.""");
    }

    @Test
    void exceptNamesIt() {
        assertThat(allProblems("""
                        String one;
                        String two;
                        @Step(next = {"a", "b"}) void start() { one = "1"; two = "2"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.TWO)); }
                        @Step void end() { System.out.println(one + two); }
                        """)).isEqualTo("""
                        7:45 error [cairn:unmerged-artifact] artifact `two` is read in step `end`, but join `join` does not pass it on
                            path:  start -> a -> join -> end
                            fix:   remove it from `except(..)` in `join`, or assign it there.""");
    }

    @Test
    void anInitialValueThatABranchReplaced() {
        assertThat(allProblems("""
                        int total = 0;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { total = 1; }
                        @Step(next = "join") void b() { total = 2; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { for (var input : inputs) total += input.total(); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:93 warning [cairn:unmerged-artifact] artifact `total` is read in join `join`, which has neither merged it nor assigned it on every path
                            path:  start -> a -> join
                            fix:   assign a start value first, for example `total = 0;`: a join starts without the values of its branches.""");
    }

    @Test
    void acceptsWhatTheJoinAssigns() {
        assertThat(allProblems("""
                        int total;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { total = 1; }
                        @Step(next = "join") void b() { total = 2; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { total = 0; for (var input : inputs) total += input.total(); }
                        @Step void end() { System.out.println(total); }
                        """)).isEmpty();
    }

    @Test
    void acceptsAnInitialValueThatNothingReplaced() {
        assertThat(allProblems("""
                        int best = -1;
                        List<Integer> sizes = new ArrayList<>();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { best += inputs.size(); sizes.add(best); }
                        @Step void end() { System.out.println(best); }
                        """)).isEmpty();
    }

    @Test
    void aListThatWasFilledBeforeTheJoinIsEmptyAgain() {
        assertThat(allProblems("""
                        List<String> log = new ArrayList<>();
                        @Step(next = {"a", "b"}) void start() { log.add("started"); }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(log); }
                        """)).isEqualTo("""
                        6:39 warning [cairn:unmerged-artifact] artifact `log` is read in step `end`, but join `join` does not pass it on
                            so:    it has its initial value again, without what was added before.
                            path:  start -> a -> join -> end
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void acceptsInitialValuesThatNothingFills() {
        assertThat(allProblems("""
                        List<String> names = List.of("a");
                        List<String> found = new ArrayList<>();
                        int limit = 3;
                        @Step(next = "work", foreach = "names") void start() { System.out.println(limit); }
                        @Step(next = "join") void work(@Item String name) { found.add(name); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                            for (SampleArtifacts.Work work : inputs) found.addAll(work.found());
                        }
                        @Step void end() { System.out.println(names.size() + limit); }
                        """)).isEmpty();
    }

    @Test
    void theLoopAfterTheJoinAssignsItTooLate() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        double threshold;
                        boolean done;
                        @Step(next = "work", foreach = "items") void start() { threshold = 0.9; }
                        @Step(next = "join") void work() {}
                        @Step(next = "refine") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { done = threshold < 0.1; threshold = threshold / 2; }
                        @Step void end() { System.out.println(threshold); }
                        """)).isEqualTo("""
                        7:116 error [cairn:unmerged-artifact] artifact `threshold` is read in step `refine`, but join `join` does not pass it on
                            and:   1 more read, in `refine`
                            path:  start -> work -> join -> refine
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void theLoopAfterTheJoinAssignsTooLateWhatHasAnInitialValue() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        double threshold = 0.5;
                        boolean done;
                        @Step(next = "work", foreach = "items") void start() { threshold = 0.9; }
                        @Step(next = "join") void work() {}
                        @Step(next = "check") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void check() { done = threshold < 0.1; }
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "check") void refine() { threshold = threshold / 2; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        7:115 error [cairn:unmerged-artifact] artifact `threshold` is read in step `check`, but join `join` does not pass it on
                            and:   1 more read, in `refine`
                            path:  start -> work -> join -> check
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void whatAJoinInTheLoopDropsIsMissingInTheNextRoundOnly() {
        assertThat(allProblems("""
                        boolean done;
                        double threshold;
                        @Step(next = "fork") void start() { threshold = 0.9; }
                        @Step(next = {"a", "b"}) void fork() { done = threshold < 0.1; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "fork") void join(SampleArtifacts.JoinInputs inputs) { done = inputs.a().done(); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:47 warning [cairn:unmerged-artifact] artifact `threshold` is read in step `fork`, but join `join` does not pass it on
                            path:  start -> fork -> a -> join -> fork
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void acceptsAnInitialValueThatOnlyTheLoopReplaces() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        double threshold = 0.5;
                        boolean done;
                        @Step(next = "work", foreach = "items") void start() { System.out.println(threshold); }
                        @Step(next = "join") void work() {}
                        @Step(next = "refine") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { done = threshold < 0.1; if (!done) threshold = threshold / 2; }
                        @Step void end() { System.out.println(threshold); }
                        """)).isEmpty();
    }

    @Test
    void aJoinThatAddsToAMapBeginsWithAnEmptyOne() {
        assertThat(allProblems("""
                        Map<String, Long> counts = new HashMap<>();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { counts = Map.of("a", 1L); }
                        @Step(next = "join") void b() { counts = Map.of("b", 1L); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                            for (var input : inputs) input.counts().forEach((word, count) -> counts.merge(word, count, Long::sum));
                        }
                        @Step void end() { System.out.println(counts); }
                        """)).startsWith("""
                        6:70 warning [cairn:unmerged-artifact] artifact `counts` is read in join `join`, which has neither merged it nor assigned it
                            path:  start -> a -> join
                            fix:   assign a start value first, for example `counts = new HashMap<>();`: a join starts without the values of its branches.""");
    }

    @Test
    void aListThatTheBranchesReplaceIsCollectedFromAll() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        List<Integer> found;
                        Map<Integer, String> names;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item int item) { found = List.of(item); names = Map.of(item, "x"); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs all) {}
                        @Step void end() { System.out.println(found); System.out.println(names); }
                        """)).isEqualTo("""
                        7:39 error [cairn:unmerged-artifact] artifact `found` is read in step `end`, but join `join` does not pass it on
                            path:  start -> work -> join -> end
                            fix:   collect it in `join` from the inputs, which may differ, for example `found = new ArrayList<>(); for (var input : all) found.addAll(input.found());`.
                        7:66 error [cairn:unmerged-artifact] artifact `names` is read in step `end`, but join `join` does not pass it on
                            path:  start -> work -> join -> end
                            fix:   collect it in `join` from the inputs, which may differ, for example `names = new HashMap<>(); for (var input : all) names.putAll(input.names());`.""");
    }

    @Test
    void aJoinThatDropsItIsToldOnceWithTheOtherReads() {
        assertThat(allProblems("""
                        String title;
                        @Step(next = {"a", "b"}) void start() { title = "t"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "more") void join(SampleArtifacts.JoinInputs inputs) { System.out.println(title); }
                        @Step(next = "end") void more() { if (title.isEmpty()) System.out.println(title); }
                        @Step void end() { System.out.println(title); }
                        """)).isEqualTo("""
                        5:88 error [cairn:unmerged-artifact] artifact `title` is read in join `join`, which has neither merged it nor assigned it
                            and:   3 more reads, in `more` and `end`
                            path:  start -> a -> join
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void anObjectThatWasChangedBeforeTheJoinIsNewAgain() {
        assertThat(allProblems("""
                        Counter counter = new Counter();
                        @Step(next = {"a", "b"}) void start() { counter.inc(); }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(counter.count()); }
                        static class Counter { int count; void inc() { count++; } int count() { return count; } }
                        """)).isEqualTo("""
                        6:39 warning [cairn:unmerged-artifact] artifact `counter` is read in step `end`, but join `join` does not pass it on
                            so:    it has its initial value again, without what was added before.
                            path:  start -> a -> join -> end
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void acceptsAnObjectThatIsOnlyRead() {
        assertThat(allProblems("""
                        Counter counter = new Counter();
                        @Step(next = {"a", "b"}) void start() { System.out.println(counter.count()); }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(counter.count()); }
                        static class Counter { int count; int count() { return count; } }
                        """)).isEmpty();
    }

    /** The inner join merges what its branches changed by code that is not seen; the outer one does not. */
    @Test
    void whatUnseenCodeChangesIsLostInAnOuterJoin() {
        String flow = """
                List<List<Integer>> omega = new ArrayList<>();
                List<Integer> split = List.of(1, 2);
                @Step(next = {"a", "b"}) void start() { }
                @Step(next = "each", foreach = "split") void a() { }
                @Step(next = "inner") void each() { List.of(omega).forEach(value -> { value.add(new ArrayList<>()); }); }
                @Step(next = "outer") void inner(SampleArtifacts.InnerInputs inputs) { %s }
                @Step(next = "outer") void b() { }
                @Step(next = "end") void outer(SampleArtifacts.OuterInputs inputs) { }
                @Step void end() { System.out.println(omega); }
                """;
        assertThat(allProblems(flow.formatted("inputs.mergeInto(this);"))).contains("[cairn:unmerged-artifact]");
        assertThat(allProblems(flow.formatted(""))).contains("[cairn:unmerged-artifact]");
    }

    @Test
    void aPathThroughTheJoinDropsIt() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String note;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "fork") void start() { note = "n"; }
                        @Step(next = {"a", "b"}) void fork() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(note); }
                        """)).isEqualTo("""
                        8:39 warning [cairn:unmerged-artifact] artifact `note` is read in step `end`, but join `join` does not pass it on
                            path:  start -> fork -> a -> join -> end
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    /** One path assigns it, one drops it in a join, and one never assigns it. */
    private static String threePaths(String declaration) {
        return allProblems("""
                String way = "x";
                %s note;
                @Step(switchOn = "way", cases = {@Case(value = "1", next = "write"), @Case(value = "2", next = "fork")}, otherwise = "end") void start() {}
                @Step(next = "end") void write() { note = 1; }
                @Step(next = {"a", "b"}) void fork() { note = 1; }
                @Step(next = "join") void a() {}
                @Step(next = "join") void b() {}
                @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                @Step void end() { System.out.println(note); }
                """.formatted(declaration));
    }

    @Test
    void wherePathsThatAssignNothingLackItTooTheJoinIsTheReasonOfNumbersOnly() {
        assertThat(threePaths("int"))
                .startsWith("9:39 warning [cairn:unmerged-artifact] artifact `note` is read in step `end`, "
                        + "but join `join` does not pass it on");
        assertThat(threePaths("Object"))
                .startsWith("9:39 warning [cairn:unassigned-artifact] artifact `note` is read in step `end`, "
                        + "but is not assigned on every path to it");
    }

    @Test
    void ofAParameterThatABranchAssignsAnotherRuleTells() {
        assertThat(allProblems("""
                        @Parameter int limit = 3;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { limit = 4; }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() { System.out.println(limit); }
                        """)).isEqualTo("""
                        3:33 error [cairn:parameter-assignment] parameter `limit` is assigned, but steps can only read parameters
                            fix:   keep the new value in a separate field, and read that from then on.""");
    }
}
