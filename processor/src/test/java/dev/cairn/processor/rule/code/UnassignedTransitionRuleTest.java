package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnassignedTransitionRule}: {@code [cairn:unassigned-transition]}. */
class UnassignedTransitionRuleTest {
    @Test
    void nothingAssignsTheElements() {
        assertThat(allProblems("""
                        List<String> items;
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure(@Item String item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:35 error [cairn:unassigned-transition] step `start` has a foreach over `items`, which neither it nor a step before it assigns
                            path:  start
                            fix:   assign it in `start` or before, or give the field an initial value.""");
    }

    @Test
    void nothingAssignsWhatItSwitchesOn() {
        assertThat(allProblems("""
                        boolean quick;
                        @Step(next = "check") void start() {}
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "a"), otherwise = "end") void check() {}
                        @Step(next = "end") void a() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        3:18 error [cairn:unassigned-transition] step `check` switches on `quick`, which neither it nor a step before it assigns
                            path:  start -> check
                            fix:   assign it in `check` or before, or give the field an initial value.""");
    }

    @Test
    void theElementsAreAssignedOnSomePaths() {
        assertThat(allProblems("""
                        List<String> items;
                        @Step(next = "measure", foreach = "items") void start(TaskContext task) { if (task.attempt() > 0) items = List.of(); }
                        @Step(next = "join") void measure(@Item String item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        2:35 warning [cairn:unassigned-transition] step `start` has a foreach over `items`, which is not assigned on every path through the step
                            path:  start
                            when:  `start` does not assign it
                            fix:   assign it on every path, or give the field an initial value.""");
    }

    @Test
    void aJoinDropsTheElements() {
        assertThat(allProblems("""
                        List<String> items = List.of("a");
                        @Step(next = "first", foreach = "items") void start() {}
                        @Step(next = "join") void first(@Item String item) {}
                        @Step(next = "second", foreach = "items") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(next = "last") void second(@Item String item) {}
                        @Step(next = "end") void last(SampleArtifacts.LastInputs inputs) {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        4:34 error [cairn:unassigned-transition] join `join` has a foreach over `items`, which it does not pass on
                            path:  start -> first -> join
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void acceptsWhatTheStepItselfAssigns() {
        assertThat(allProblems("""
                        List<String> items;
                        @Step(next = "measure", foreach = "items") void start() { items = List.of(); }
                        @Step(next = "join") void measure(@Item String item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsParameters() {
        assertThat(allProblems("""
                        @Parameter int count = 3;
                        @Step(next = "measure", foreach = "count") void start() {}
                        @Step(next = "join") void measure(@Item int item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void aJoinBeforeDropsWhatItSwitchesOn() {
        assertThat(allProblems("""
                        boolean on;
                        @Step(next = {"a", "b"}) void start() { on = true; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "check") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step(switchOn = "on", cases = @Case(value = "true", next = "c"), otherwise = "end") void check() {}
                        @Step(next = "end") void c() {}
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:18 error [cairn:unassigned-transition] step `check` switches on `on`, which join `join` does not pass on
                            path:  start -> a -> join -> check
                            fix:   call `inputs.mergeInto(this);` in `join`, or assign it there.""");
    }

    @Test
    void aJoinMergesTheElementsOnSomePaths() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "each", foreach = "items") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 2) inputs.mergeInto(this); }
                        @Step(next = "end") void each() {}
                        @Step void end(SampleArtifacts.EndInputs inputs) {}
                        """)).isEqualTo("""
                        5:32 warning [cairn:unassigned-transition] join `join` has a foreach over `items`, which is not assigned on every path through the step
                            path:  start -> a -> join
                            when:  `join` does not merge it
                            fix:   assign or merge it on every path.""");
    }

    @Test
    void ofAnArtifactThatDoesNotExistAnotherRuleTells() {
        assertThat(allProblems("""
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) {}
                        @Step void end() {}
                        """))
                .startsWith("1:35 error [cairn:unknown-artifact]")
                .doesNotContain("[cairn:unassigned-transition]");
    }
}
