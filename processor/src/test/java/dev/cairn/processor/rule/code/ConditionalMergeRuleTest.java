package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link ConditionalMergeRule}: {@code [cairn:conditional-merge]}. */
class ConditionalMergeRuleTest {
    @Test
    void assignedOnSomePathsBeforeTheMerge() {
        assertThat(allProblems("""
                        String best;
                        String note;
                        @Step(next = {"a", "b"}) void start() { best = ""; note = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) { best = "two"; note = "n"; } inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:137 warning [cairn:conditional-merge] join `join` assigns `best` and `note` before it merges, but only on some paths; on the others the merge sets them
                            fix:   if the merge must not set them, call `inputs.mergeInto(this, except(Name.BEST, Name.NOTE))`; otherwise assign them after the merge, or before it on every path.""");
    }

    @Test
    void acceptsWhatIsExcluded() {
        assertThat(allProblems("""
                        String best;
                        String note;
                        @Step(next = {"a", "b"}) void start() { best = ""; note = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) best = "two"; inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.BEST)); System.out.println(note); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatNoBranchHas() {
        assertThat(allProblems("""
                        String best;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { if (inputs.size() > 1) best = "two"; inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsAfterTheMerge() {
        assertThat(allProblems("""
                        String best;
                        @Step(next = {"a", "b"}) void start() { best = ""; }
                        @Step(next = "join") void a() {}
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); if (inputs.size() > 1) best = "two"; }
                        @Step void end() {}
                        """)).isEmpty();
    }

    private static final String NOTES = """
            List<String> notes = new ArrayList<>();
            List<String> more = new ArrayList<>();
            @Step(next = {"a", "b"}) void start() { notes.add("start"); }
            @Step(next = "join") void a() {}
            @Step(next = "join") void b() {}
            @Step void end() { System.out.println(notes); System.out.println(more); }
            """;

    private static String inJoin(String body) {
        return allProblems(
                NOTES + "@Step(next = \"end\") void join(SampleArtifacts.JoinInputs inputs) { " + body + " }\n");
    }

    @Test
    void changedInPlaceOnSomePathsBeforeTheMerge() {
        assertThat(inJoin("if (inputs.size() > 1) notes.add(\"two\"); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:125 warning [cairn:conditional-merge] join `join` changes `notes` in place before it merges, but only on some paths; on the others the merge sets it
                            fix:   if the merge must not set it, call `inputs.mergeInto(this, except(Name.NOTES))`; otherwise change it after the merge, or before it on every path.""");
        assertThat(inJoin("for (var input : inputs) notes.addAll(input.notes()); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:138 warning [cairn:conditional-merge] join `join` changes `notes` in place before it merges, but only on some paths; on the others the merge sets it
                            fix:   if the merge must not set it, call `inputs.mergeInto(this, except(Name.NOTES))`; otherwise change it after the merge, or before it on every path.""");
    }

    @Test
    void acceptsWhatIsChangedOrAssignedOnEveryPath() {
        assertThat(inJoin("notes.add(\"joined\"); inputs.mergeInto(this);")).isEmpty();
        assertThat(inJoin("if (inputs.size() > 1) notes.add(\"two\"); else notes = null; inputs.mergeInto(this);"))
                .isEmpty();
    }

    @Test
    void acceptsChangesOfWhatEveryBranchHasWithItsInitialValue() {
        assertThat(inJoin("for (var input : inputs) more.addAll(input.notes()); inputs.mergeInto(this);"))
                .isEmpty();
        assertThat(inJoin("if (inputs.size() > 1) more.add(\"two\"); inputs.mergeInto(this);"))
                .isEmpty();
    }

    @Test
    void setBeforeOneOfTwoMerges() {
        assertThat(inJoin("inputs.mergeInto(this); notes = new ArrayList<>(); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:84 warning [cairn:conditional-merge] join `join` sets `notes` before another merge, but not before this one, which sets it too
                            fix:   if this merge must not set it, call `inputs.mergeInto(this, except(Name.NOTES))`; otherwise leave it out of the other merge.""");
    }

    @Test
    void aSelectionThatIsNotConstantMaySelectAll() {
        assertThat(
                        inJoin(
                                "if (inputs.size() > 1) notes = null; var some = Merge.except(); inputs.mergeInto(this, some);"))
                .isEqualTo("""
                        7:148 warning [cairn:conditional-merge] join `join` assigns `notes` before it merges, but only on some paths; on the others the merge sets it
                            fix:   if the merge must not set it, call `inputs.mergeInto(this, except(Name.NOTES))`; otherwise assign it after the merge, or before it on every path.""");
    }

    @Test
    void severalSetBeforeOneOfTwoMerges() {
        assertThat(
                        inJoin(
                                "inputs.mergeInto(this); notes = new ArrayList<>(); more.add(\"joined\"); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:84 warning [cairn:conditional-merge] join `join` sets `more` and `notes` before another merge, but not before this one, which sets them too
                            fix:   if this merge must not set them, call `inputs.mergeInto(this, except(Name.MORE, Name.NOTES))`; otherwise leave them out of the other merge.""");
    }

    @Test
    void anotherMergeOfWhichTheSelectionIsNotConstantMaySelectAll() {
        assertThat(
                        inJoin(
                                "var some = Merge.except(); inputs.mergeInto(this); notes = new ArrayList<>(); inputs.mergeInto(this, some);"))
                .startsWith("7:111 warning [cairn:conditional-merge] join `join` sets `notes` before another merge");
    }

    @Test
    void whatThisMergeMayKeepIsToldOnce() {
        assertThat(
                        inJoin(
                                "if (inputs.size() > 1) notes = null; inputs.mergeInto(this); notes = new ArrayList<>(); inputs.mergeInto(this);"))
                .isEqualTo("""
                        7:121 warning [cairn:conditional-merge] join `join` assigns `notes` before it merges, but only on some paths; on the others the merge sets it
                            fix:   if the merge must not set it, call `inputs.mergeInto(this, except(Name.NOTES))`; otherwise assign it after the merge, or before it on every path.""");
    }

    @Test
    void acceptsWhatTheOtherMergeLeavesOut() {
        assertThat(
                        inJoin(
                                "inputs.mergeInto(this); notes = new ArrayList<>(); inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.NOTES));"))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsKeptByBothMerges() {
        assertThat(inJoin("notes = new ArrayList<>(); inputs.mergeInto(this); inputs.mergeInto(this);"))
                .isEmpty();
    }

    @Test
    void acceptsWhatIsNotNamed() {
        assertThat(
                        inJoin(
                                "if (inputs.size() > 1) notes = null; inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.MORE));"))
                .isEmpty();
    }

    @Test
    void notSaidOfUnseenCode() {
        assertThat(inJoin("if (inputs.size() > 1) notes = null; List.of(this); inputs.mergeInto(this);"))
                .contains("[cairn:leaking-this]")
                .doesNotContain("[cairn:conditional-merge]");
    }
}
