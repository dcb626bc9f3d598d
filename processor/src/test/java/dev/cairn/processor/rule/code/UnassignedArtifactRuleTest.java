package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnassignedArtifactRule}: {@code [cairn:unassigned-artifact]}. */
class UnassignedArtifactRuleTest {
    @Test
    void nothingAssignsIt() {
        assertThat(allProblems("""
                        String report;
                        String reports;
                        @Step(next = "a") void start() { reports = "all"; }
                        @Step(next = "end") void a() {}
                        @Step void end() { System.out.println(report + reports); }
                        """)).isEqualTo("""
                        5:39 error [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
                            path:  start -> a -> end
                            fix:   assign it in one of these steps, or give the field an initial value. Did you mean `reports`?""");
    }

    @Test
    void theFirstStepReadsIt() {
        assertThat(allProblems("""
                        int size;
                        @Step(next = "end") void start() { System.out.println(size); size = 1; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:55 warning [cairn:unassigned-artifact] artifact `size` is read in step `start`, but no step before it assigns it
                            path:  start
                            fix:   assign it first, or, if you mean Java's default, write it: `int size = 0;`.""");
    }

    @Test
    void aHelperReadsIt() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() {}
                        @Step void end() { print(); }
                        void print() { System.out.println(this.report); }
                        """)).isEqualTo("""
                        4:39 error [cairn:unassigned-artifact] artifact `report` is read in step `end` (through `print`), but no step before it assigns it
                            path:  start -> end
                            fix:   assign it in one of these steps, or give the field an initial value.""");
    }

    @Test
    void aHelperMayAssignIt() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { fill(Math.random() > 0.5); }
                        void fill(boolean all) { if (all) report = "full"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        4:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            when:  `start` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void oneCaseOfASwitchDoesNotAssignIt() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String report;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "write") void start() {}
                        @Step(next = "end") void write() { report = "done"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        5:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void theStepItselfAssignsItOnSomePaths() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() {}
                        @Step void end(TaskContext task) { if (task.attempt() > 0) report = "again"; System.out.println(report); }
                        """)).isEqualTo("""
                        3:97 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            when:  `end` has not assigned it itself
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aCaughtFailureMayLeaveItOut() {
        assertThat(allProblems("""
                        Failure failure;
                        String report;
                        @Step(next = "write") void start() {}
                        @Catch("failure") @Step(next = "end") void write() { report = "done"; }
                        @Step void end() { System.out.println(report + failure); }
                        """)).isEqualTo("""
                        5:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> write -> end
                            when:  `write` fails, and its failure is caught
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aForeachMayHaveNoElements() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        int size;
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure() { size = 1; }
                        @SuppressWarnings("cairn:merge-conflict")
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(size); }
                        """)).isEqualTo("""
                        7:39 warning [cairn:unassigned-artifact] artifact `size` is read in step `end`, but is not assigned on every path to it
                            path:  start -> join -> end
                            when:  `items` has no elements
                            fix:   assign it on every path, or, if you mean Java's default, write it: `int size = 0;`.""");
    }

    @Test
    void aJoinMergesItOnSomePaths() {
        assertThat(allProblems("""
                        String a;
                        String b;
                        @Step(next = {"left", "right"}) void start() {}
                        @Step(next = "join") void left() { a = "a"; }
                        @Step(next = "join") void right() { b = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) { inputs.mergeInto(this); } System.out.println(a); }
                        @Step void end() { System.out.println(b); }
                        """)).isEqualTo("""
                        6:138 warning [cairn:unassigned-artifact] artifact `a` is read in join `join`, but is not assigned on every path to it
                            path:  start -> left -> join
                            when:  `join` has not merged it
                            fix:   merge it or assign it on every path.
                        7:39 warning [cairn:unassigned-artifact] artifact `b` is read in step `end`, but is not assigned on every path to it
                            path:  start -> left -> join -> end
                            when:  `join` does not merge it
                            fix:   merge it or assign it on every path.""");
    }

    @Test
    void theFirstRoundOfALoopLacksIt() {
        assertThat(allProblems("""
                        boolean done;
                        String last;
                        @Step(next = "refine") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { System.out.println(last); last = "x"; done = last.isEmpty(); }
                        @Step void end() { System.out.println(last); }
                        """)).isEqualTo("""
                        4:128 error [cairn:unassigned-artifact] artifact `last` is read in step `refine`, but nothing has assigned it when the step runs for the first time
                            path:  start -> refine
                            fix:   assign it before that, or give the field an initial value.""");
    }

    @Test
    void acceptsAPrimitiveThatIsCountedUp() {
        assertThat(allProblems("""
                        int rounds;
                        long total;
                        boolean done;
                        @Step(next = "refine") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { rounds++; total += rounds; done = total > 3; }
                        @Step void end() { System.out.println(total); }
                        """)).isEmpty();
    }

    @Test
    void acceptsBothSidesOfASwitch() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String report;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "fast"), otherwise = "slow") void start() {}
                        @Step(next = "end") void fast() { report = "fast"; }
                        @Step(next = "end") void slow() { report = "slow"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatABranchOfASplitAssigns() {
        assertThat(allProblems("""
                        String a;
                        String b;
                        @Step(next = {"left", "right"}) void start() {}
                        @Step(next = "join") void left() { a = "a"; }
                        @Step(next = "join") void right() { b = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); System.out.println(a); }
                        @Step void end() { System.out.println(b); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatOnlyRequires() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String a;
                        @Step(next = {"left", "right"}) void start() {}
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "join"), otherwise = "more") void left() {}
                        @Step(next = "join") void more() { a = "a"; }
                        @Step(next = "join") void right() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.A)); System.out.println(a); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsInitialValuesAndParameters() {
        assertThat(allProblems("""
                        @Parameter int limit;
                        final int most = 3;
                        String report = "none";
                        @Step(next = "end") void start() { if (limit > most) report = "some"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEmpty();
    }

    @Test
    void ofUnseenCodeOnlyTheNoteIsTold() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { java.util.Objects.hash(this); }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        2:59 note [cairn:leaking-this] `this` escapes here, in step `start`, so Cairn assumes that it reads and assigns every artifact
                            fix:   pass the values that are needed instead: then tasks load less, and Cairn can check what they read.""");
    }

    @Test
    void acceptsWhatACheckpointBringsBack() {
        assertThat(allProblems("""
                        int done;
                        @Step(next = "end") void start() {}
                        @Step void end(TaskContext task) { if (!task.restored()) { done = 0; } System.out.println(done); task.checkpoint(); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatACheckpointBringsBackOfAMerge() {
        assertThat(allProblems("""
                        int value;
                        @Step(next = {"left", "right"}) void start() { value = 1; }
                        @Step(next = "join") void left() {}
                        @Step(next = "join") void right() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs, TaskContext task) {
                            if (!task.restored()) { inputs.mergeInto(this); }
                            task.checkpoint();
                        }
                        @Step void end() { System.out.println(value); }
                        """)).isEmpty();
    }

    @Test
    void acceptsANumberThatIsCountedUpWereItZeroTimes() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        int value;
                        int sum;
                        int evens;
                        double mean;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item int item) { value = item; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {
                            for (SampleArtifacts.Work work : inputs) {
                                sum += work.value();
                                if (work.value() % 2 == 0) evens++;
                            }
                            mean = (double) sum / inputs.size();
                        }
                        @Step void end() { System.out.println(sum + mean + evens); }
                        """)).isEmpty();
    }

    @Test
    void whatIsAssignedBeforeAJoinThatDropsItIsNoReason() {
        assertThat(allProblems("""
                        List<Integer> items = List.of(1, 2);
                        String value;
                        @Step(next = "work", foreach = "items") void start() {}
                        @Step(next = "join") void work(@Item int item) { if (item > 1) value = "x"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) value = "y"; }
                        @Step void end() { System.out.println(value); }
                        """)).isEqualTo("""
                        6:39 warning [cairn:unassigned-artifact] artifact `value` is read in step `end`, but is not assigned on every path to it
                            path:  start -> work -> join -> end
                            when:  `join` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aForeachWithoutElementsIsNoReasonIfItsTasksDoNotAssignItEither() {
        assertThat(allProblems("""
                        boolean quick = true;
                        List<Integer> items = List.of(1, 2);
                        String value;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "fan"), otherwise = "assign") void start() {}
                        @Step(next = "fan") void assign() { value = "x"; }
                        @Step(next = "work", foreach = "items") void fan() {}
                        @Step(next = "join") void work() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(value); }
                        """)).isEqualTo("""
                        9:39 warning [cairn:unassigned-artifact] artifact `value` is read in step `end`, but is not assigned on every path to it
                            path:  start -> fan -> work -> join -> end
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void noBranchBringsIt() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String value;
                        @Step(next = {"a", "b", "c"}) void start() {}
                        @Step(next = "join") void a() { if (quick) value = "x"; }
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "join"), otherwise = "d") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "join") void d() { value = "x"; }
                        @SuppressWarnings("cairn:merge-conflict")
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(value); }
                        """)).isEqualTo("""
                        10:39 warning [cairn:unassigned-artifact] artifact `value` is read in step `end`, but is not assigned on every path to it
                            path:  start -> a -> join -> end
                            when:  `a` does not assign it, and another branch goes b -> join
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aSecondRoundOfALoopThroughTheStartLacksIt() {
        assertThat(allProblems("""
                        boolean again;
                        String name = "x";
                        @Step(next = {"a", "b"}) void start() { System.out.println(name); }
                        @Step(next = "join") void a() { name = "a"; }
                        @Step(next = "join") void b() {}
                        @Step(switchOn = "again", cases = @Case(value = "true", next = "start"), otherwise = "end") void join(SampleArtifacts.JoinInputs inputs) { again = inputs.size() > 5; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:60 warning [cairn:unmerged-artifact] artifact `name` is read in step `start`, but join `join` does not pass it on
                            path:  start -> a -> join -> start
                            fix:   assign it in `join` from the inputs, which may differ, for example `name = inputs.a().name();`.""");
    }

    @Test
    void theStepThatAssignsItIsOnAnotherPath() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String value;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "fast"), otherwise = "slow") void start() {}
                        @Step(next = "end") void fast() { value = "f"; }
                        @Step(next = "end") void slow() { System.out.println(value); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:54 error [cairn:unassigned-artifact] artifact `value` is read in step `slow`, but no step before it assigns it
                            path:  start -> slow
                            fix:   step `fast` assigns it, but does not lead here: assign it in one of these steps, or give the field an initial value.""");
    }

    @Test
    void theStepsThatAssignItComeLater() {
        assertThat(allProblems("""
                        String value;
                        @Step(next = {"a", "b"}) void start() { System.out.println(value); }
                        @Step(next = "end") void a() { value = "a"; }
                        @Step(next = "end") void b() { value = "b"; }
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        2:60 error [cairn:unassigned-artifact] artifact `value` is read in step `start`, but no step before it assigns it
                            path:  start
                            fix:   the steps `a` and `b` assign it, but do not lead here: assign it first, or give the field an initial value.""");
    }

    @Test
    void acceptsWhatIsOnlyReadIfItIsThere() {
        assertThat(allProblems("""
                        List<String> words = List.of("a");
                        boolean quick = true;
                        String best;
                        String note;
                        Map<String, String> cache;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "look"), otherwise = "slow") void start() {}
                        @Step(next = "look") void slow() { note = "n"; }
                        @Step(next = "end") void look() {
                            for (String word : words) {
                                if (best == null || word.length() > best.length()) best = word;
                            }
                            if (note != null) System.out.println(note.length());
                            String text = note == null ? "" : note;
                            if (cache == null) cache = new HashMap<>();
                            cache.put("", text);
                        }
                        @Step void end() { if (best != null) { System.out.println(best); } }
                        """)).isEmpty();
    }

    @Test
    void askingForItIsOfNoUseIfNothingAssignsIt() {
        assertThat(allProblems("""
                        String note;
                        @Step(next = "end") void start() {}
                        @Step void end() { if (note != null) System.out.println(note); }
                        """))
                .startsWith("3:24 error [cairn:unassigned-artifact] artifact `note` is read in step `end`");
    }

    @Test
    void warnsWhereItIsReadAfterItWasAskedFor() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String note;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "slow") void start() {}
                        @Step(next = "end") void slow() { note = "n"; }
                        @Step void end() { if (note != null) System.out.println(note); System.out.println(note); }
                        """))
                .startsWith("5:83 warning [cairn:unassigned-artifact] artifact `note` is read in step `end`");
    }

    @Test
    void aPathAndWhatHappensAtItsEndAreOneReason() {
        assertThat(allProblems("""
                        String value;
                        @Step(next = "end") void start(TaskContext task) { if (task.attempt() > 1) value = "s"; }
                        @Step void end(TaskContext task) { if (task.attempt() > 1) value = "e"; System.out.println(value); }
                        """)).isEqualTo("""
                        3:92 warning [cairn:unassigned-artifact] artifact `value` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            when:  `start` does not assign it, and `end` has not assigned it itself
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aMergeThatIsLeftOutIsReasonEnough() {
        assertThat(allProblems("""
                        String value;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "end") void a(TaskContext task) { if (task.attempt() > 1) value = "a"; }
                        @Step(next = "end") void b() {}
                        @Step void end(SampleArtifacts.EndInputs inputs, TaskContext task) { if (task.attempt() > 1) inputs.mergeInto(this); System.out.println(value); }
                        """)).isEqualTo("""
                        5:137 warning [cairn:unassigned-artifact] artifact `value` is read in join `end`, but is not assigned on every path to it
                            path:  start -> a -> end
                            when:  `end` has not merged it
                            fix:   merge it or assign it on every path.""");
    }

    @Test
    void theFirstRoundOfTwoNestedLoopsLacksIt() {
        assertThat(allProblems("""
                        boolean done;
                        boolean over;
                        String last;
                        @Step(next = "outer") void start() {}
                        @Step(next = "inner") void outer() { over = Math.random() > 0.5; }
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "check"), otherwise = "inner") void inner() { done = last.isEmpty(); }
                        @Step(switchOn = "over", cases = @Case(value = "true", next = "end"), otherwise = "outer") void check() { last = "x"; }
                        @Step void end() { System.out.println(last); }
                        """)).isEqualTo("""
                        6:116 error [cairn:unassigned-artifact] artifact `last` is read in step `inner`, but nothing has assigned it when the step runs for the first time
                            path:  start -> outer -> inner
                            fix:   step `check` assigns it, but does not lead here: assign it before that, or give the field an initial value.""");
    }

    @Test
    void whatASwitchBeforeALoopMayAssignIsInDoubtOnly() {
        assertThat(allProblems("""
                        boolean quick = true;
                        boolean done;
                        String last;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "refine"), otherwise = "slow") void start() {}
                        @Step(next = "refine") void slow() { last = "s"; }
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { done = last.isEmpty(); last = "x"; }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:116 warning [cairn:unassigned-artifact] artifact `last` is read in step `refine`, but is not assigned on every path to it
                            path:  start -> refine
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void acceptsThatALoopAsksForWhatItBringsForTheNextRound() {
        assertThat(allProblems("""
                        boolean done;
                        String last;
                        @Step(next = "refine") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { done = last != null && last.isEmpty(); last = "x"; }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aReasonIsToldOnceWithTheOtherReads() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "a") void start() {}
                        @Step(next = "b") void a() { System.out.println(report); System.out.println(report); }
                        @Step(next = "c") void b() { print(); }
                        @Step(next = "d") void c() { print(); }
                        @Step(next = "end") void d() { System.out.println(report); }
                        @Step void end() { System.out.println(report); }
                        void print() { System.out.println(report); System.out.println(report.length()); }
                        """)).isEqualTo("""
                        3:49 error [cairn:unassigned-artifact] artifact `report` is read in step `a`, but no step before it assigns it
                            and:   7 more reads, in `a`, `b`, `c` and 2 more steps
                            path:  start -> a
                            fix:   assign it in one of these steps, or give the field an initial value.""");
    }

    @Test
    void twoReasonsAreToldBoth() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "a") void start(TaskContext task) { if (task.attempt() > 0) report = "s"; }
                        @Step(next = "b") void a() { System.out.println(report); }
                        @Step(next = "end") void b(TaskContext task) { System.out.println(report); if (task.attempt() > 0) report = "s"; }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        3:49 warning [cairn:unassigned-artifact] artifact `report` is read in step `a`, but is not assigned on every path to it
                            and:   1 more read, in `b`
                            path:  start -> a
                            when:  `start` does not assign it
                            fix:   assign it on every path, or give the field an initial value.
                        5:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            path:  start -> a -> b -> end
                            when:  `start` does not assign it, and `b` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aStepInWhichTheReasonIsSilencedDoesNotHideTheOthers() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "a") void start(TaskContext task) { if (task.attempt() > 0) report = "s"; }
                        @SuppressWarnings("cairn:unassigned-artifact")
                        @Step(next = "end") void a() { System.out.println(report); }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        5:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but is not assigned on every path to it
                            and:   1 more read, in `a`
                            path:  start -> a -> end
                            when:  `start` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void acceptsACounterThatIsReadBeforeItIsCounted() {
        assertThat(allProblems("""
                        int repairs;
                        boolean good;
                        @Step(next = "check") void start() {}
                        @Step(switchOn = "good", cases = @Case(value = "true", next = "end"), otherwise = "repair") void check() { good = repairs >= 3; }
                        @Step(switchOn = "good", cases = @Case(value = "true", next = "end"), otherwise = "check") void repair() { System.out.println("try " + repairs); repairs++; }
                        @Step void end() { System.out.println(repairs); }
                        """)).isEmpty();
    }

    @Test
    void aNumberThatTheLoopReplacesBeginsWithJavasDefault() {
        assertThat(allProblems("""
                        double error;
                        boolean done;
                        @Step(next = "refine") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "refine") void refine() { done = error > 1 || error < -1; error = Math.random(); }
                        @Step void end() { System.out.println(error); }
                        """)).isEqualTo("""
                        4:116 warning [cairn:unassigned-artifact] artifact `error` is read in step `refine`, but nothing has assigned it when the step runs for the first time
                            and:   1 more read, in `refine`
                            path:  start -> refine
                            fix:   assign it before, or, if you mean Java's default, write it: `double error = 0;`.""");
    }

    @Test
    void aNumberThatNoStepAssignsIsMissing() {
        assertThat(allProblems("""
                        boolean fast;
                        @Step(next = "end") void start() {}
                        @Step void end() { System.out.println(fast); }
                        """)).isEqualTo("""
                        3:39 error [cairn:unassigned-artifact] artifact `fast` is read in step `end`, but no step before it assigns it
                            path:  start -> end
                            fix:   assign it in one of these steps, or, if you mean Java's default, write it: `boolean fast = false;`.""");
    }

    @Test
    void acceptsWhatAHelperComparesWithNull() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String caveat;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "slow") void start() {}
                        @Step(next = "end") void slow() { caveat = "slowly"; }
                        @Step void end() {
                            print(caveat);
                            this.show(1, caveat);
                            System.out.println(Objects.requireNonNullElse(caveat, "none") + Optional.ofNullable(caveat).isPresent());
                            if (caveat instanceof String text) System.out.println(text + caveat.length());
                            if (Objects.nonNull(caveat)) System.out.println(caveat.length());
                        }
                        static void print(String text) { System.out.println(text == null ? "" : text); }
                        void show(int times, String text) { print(text); }
                        """)).isEmpty();
    }

    @Test
    void warnsIfTheHelperDoesNotCompareIt() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String caveat;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "slow") void start() {}
                        @Step(next = "end") void slow() { caveat = "slowly"; }
                        @Step void end() { print(caveat, null); }
                        static void print(String text, String other) { System.out.println(other == null ? text : other); }
                        """)).isEqualTo("""
                        5:26 warning [cairn:unassigned-artifact] artifact `caveat` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void anInitialValueIsNotProposedWhereAMergeWouldDisagreeWithIt() {
        assertThat(allProblems("""
                        String caveat;
                        int found;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a(TaskContext task) { if (task.attempt() > 0) { caveat = "again"; found = 1; } }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(caveat + found); }
                        """)).isEqualTo("""
                        7:39 warning [cairn:unassigned-artifact] artifact `caveat` is read in step `end`, but is not assigned on every path to it
                            path:  start -> a -> join -> end
                            when:  `a` does not assign it
                            fix:   assign it on every path (`null` will do), or compare it with `null` first.
                        7:48 warning [cairn:unassigned-artifact] artifact `found` is read in step `end`, but is not assigned on every path to it
                            path:  start -> a -> join -> end
                            when:  `a` does not assign it
                            fix:   assign it on every path.""");
    }

    @Test
    void theStepBeforeAssignsItWhereNoPathLeads() {
        assertThat(allProblems("""
                        int size;
                        String report;
                        @Step(next = "end") void start() { fail(); report = "done"; size = 1; }
                        @Step void end() { System.out.println(report); }
                        static void fail() { throw new IllegalStateException(); }
                        """)).isEqualTo("""
                        4:39 error [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
                            path:  start -> end
                            fix:   step `start` assigns it, but no path through it reaches that code: assign it in one of these steps, or give the field an initial value.""");
    }

    /** The class may inherit a field of that name, which only the compiler knows. */
    @Test
    void inAClassWithinAStepNothingIsCertain() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() {}
                        @Step void end() { new Thread() { @Override public void run() { System.out.println(report); } }.start(); }
                        """)).isEqualTo("""
                        3:84 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, but no step before it assigns it
                            path:  start -> end
                            fix:   assign it in one of these steps, or give the field an initial value.""");
    }

    @Test
    void acceptsInAClassWithinAStepWhatSomePathsAssign() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { if (Math.random() > 0.5) report = "x"; }
                        @Step void end() { new Thread() { @Override public void run() { System.out.println(report); } }.start(); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatUnseenCodeOfTheStepMayHaveAssigned() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() {}
                        @Step void end() { List.of(this); System.out.println(report); }
                        """))
                .startsWith("3:28 note [cairn:leaking-this]")
                .doesNotContain("[cairn:unassigned-artifact]");
        assertThat(allProblems("""
                        String report;
                        @Step(next = {"a", "b"}) void start() { report = "x"; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) inputs.mergeInto(this); System.out.println(report); List.of(this); }
                        @Step void end() {}
                        """))
                .startsWith("5:151 note [cairn:leaking-this]")
                .doesNotContain("[cairn:unassigned-artifact]");
    }

    @Test
    void unseenCodeThatRunsLaterHasAssignedNothing() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { if (Math.random() > 0.5) report = "x"; }
                        @Step void end() { System.out.println(report); List.of(this); }
                        """))
                .startsWith("3:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`, "
                        + "but is not assigned on every path to it");
    }

    @Test
    void aNumberThatNoStepAssignsIsMissingBesideOthers() {
        assertThat(allProblems("""
                        boolean fast;
                        int size;
                        @Step(next = "end") void start() { size = 1; }
                        @Step void end() { System.out.println(fast); System.out.println(size); }
                        """))
                .startsWith(
                        "4:39 error [cairn:unassigned-artifact] artifact `fast` is read in step `end`, but no step before it assigns it");
    }

    @Test
    void aNumberThatIsCountedOnlyAfterItsStepHasAssignedIt() {
        assertThat(allProblems("""
                        int n;
                        @Step(next = "end") void start() { System.out.println(n); n = 7; }
                        @Step void end() { n++; System.out.println(n); }
                        """)).isEqualTo("""
                        2:55 warning [cairn:unassigned-artifact] artifact `n` is read in step `start`, but no step before it assigns it
                            path:  start
                            fix:   assign it first, or, if you mean Java's default, write it: `int n = 0;`.""");
    }

    @Test
    void aNumberThatIsCountedWhereSomePathsAssignIt() {
        assertThat(allProblems("""
                        boolean quick = true;
                        int n;
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "end"), otherwise = "slow") void start() {}
                        @Step(next = "end") void slow() { n = 5; }
                        @Step void end() { n++; System.out.println(n); }
                        """)).isEqualTo("""
                        5:20 warning [cairn:unassigned-artifact] artifact `n` is read in step `end`, but is not assigned on every path to it
                            path:  start -> end
                            fix:   assign it on every path, or, if you mean Java's default, write it: `int n = 0;`.""");
    }

    @Test
    void acceptsACounterThatTheLoopSetsBack() {
        assertThat(allProblems("""
                        boolean done;
                        int n;
                        @Step(next = "count") void start() {}
                        @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "reset") void count() { n++; done = n > 3; }
                        @Step(next = "count") void reset() { n = 0; }
                        @Step void end() { System.out.println(n); }
                        """)).isEmpty();
    }

    @Test
    void threeOtherStepsAreAllNamed() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "a") void start() {}
                        @Step(next = "b") void a() { System.out.println(report); }
                        @Step(next = "c") void b() { System.out.println(report); }
                        @Step(next = "end") void c() { System.out.println(report); }
                        @Step void end() { System.out.println(report); }
                        """)).isEqualTo("""
                        3:49 error [cairn:unassigned-artifact] artifact `report` is read in step `a`, but no step before it assigns it
                            and:   3 more reads, in `b`, `c` and `end`
                            path:  start -> a
                            fix:   assign it in one of these steps, or give the field an initial value.""");
    }

    @Test
    void aReadThatIsCertainlyWrongIsShownFirst() {
        assertThat(allProblems("""
                        String report;
                        @Step(next = "end") void start() { new Thread() { @Override public void run() { System.out.println(report); } }.start(); System.out.println(report); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:141 error [cairn:unassigned-artifact] artifact `report` is read in step `start`, but no step before it assigns it
                            and:   1 more read, in `start`
                            path:  start
                            fix:   assign it first, or give the field an initial value.""");
    }

    @Test
    void aStepInWhichAnotherReasonIsSilencedIsShown() {
        String flow = """
                String report;
                @Step(next = "a") void start(TaskContext task) { if (task.attempt() > 0) report = "s"; }
                @SuppressWarnings(%s)
                @Step(next = "end") void a() { System.out.println(report); }
                @Step void end() { System.out.println(report); }
                """;
        assertThat(allProblems(flow.formatted("{\"unused\", \"cairn:unmerged-artifact\"}")))
                .startsWith("4:51 warning [cairn:unassigned-artifact] artifact `report` is read in step `a`");
        assertThat(allProblems(flow.formatted("{\"unused\", \"cairn\"}")))
                .startsWith("5:39 warning [cairn:unassigned-artifact] artifact `report` is read in step `end`");
    }

    @Test
    void aCharacterThatNoStepAssigns() {
        assertThat(allProblems("""
                        char sign;
                        @Step(next = "end") void start() {}
                        @Step void end() { System.out.println(sign); }
                        """)).endsWith("or, if you mean Java's default, write it: `char sign = '\\0';`.");
    }
}
