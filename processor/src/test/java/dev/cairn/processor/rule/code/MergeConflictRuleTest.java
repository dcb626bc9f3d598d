package dev.cairn.processor.rule.code;

import static dev.cairn.processor.FlowCompilation.allProblems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link MergeConflictRule}: {@code [cairn:merge-conflict]}. */
class MergeConflictRuleTest {
    @Test
    void twoBranchesAssignIt() {
        assertThat(allProblems("""
                        String model;
                        int size;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { model = "a"; size = 1; }
                        @Step(next = "deep") void b() {}
                        @Step(next = "join") void deep() { model = "b"; size = 2; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        7:84 warning [cairn:merge-conflict] join `join` merges `model` and `size`, which the branches `a` and `b` may assign
                            fix:   call `inputs.mergeInto(this, except(Name.MODEL, Name.SIZE))`, and take what you need of them from the inputs.""");
    }

    @Test
    void theTasksOfAForeachAssignIt() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        int size;
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure(@Item String item) { size = item.length(); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:84 warning [cairn:merge-conflict] join `join` merges `size`, which each task of the foreach over `items` may assign
                            fix:   call `inputs.mergeInto(this, except(Name.SIZE))`, and take what you need of it from the inputs.""");
    }

    @Test
    void oneBranchAssignsItAndTheOthersHaveItFromBefore() {
        assertThat(allProblems("""
                        String model;
                        String own;
                        @Step(next = {"a", "b", "c"}) void start() { model = ""; }
                        @Step(next = "join") void a() { model = "a"; own = "mine"; }
                        @Step(next = "join") void b() {}
                        @Step(next = "join") void c() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        7:84 warning [cairn:merge-conflict] join `join` merges `model`, which branch `a` may assign, while the branches `b` and `c` keep its earlier value
                            fix:   call `inputs.mergeInto(this, except(Name.MODEL))`, and take what you need of it from the inputs.""");
    }

    @Test
    void aCaughtFailureOfSomeTasks() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        Failure failure;
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Catch("failure") @Step(next = "join") void measure(@Item String item) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:84 warning [cairn:merge-conflict] join `join` merges `failure`, which each task of the foreach over `items` may assign
                            fix:   call `inputs.mergeInto(this, except(Name.FAILURE))`, and take what you need of it from the inputs.""");
    }

    @Test
    void onlyNamesIt() {
        assertThat(allProblems("""
                        String model;
                        String other;
                        @Step(next = {"a", "b"}) void start() { other = ""; }
                        @Step(next = "join") void a() { model = "a"; }
                        @Step(next = "join") void b() { model = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.MODEL, SampleArtifacts.Name.OTHER)); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:84 warning [cairn:merge-conflict] join `join` merges `model`, which the branches `a` and `b` may assign
                            fix:   call `inputs.mergeInto(this, only(Name.OTHER))`, and take what you need of it from the inputs.""");
    }

    @Test
    void exceptForgetsIt() {
        assertThat(allProblems("""
                        String model;
                        String other;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { model = "a"; other = "a"; }
                        @Step(next = "join") void b() { model = "b"; other = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.except(SampleArtifacts.Name.MODEL)); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        6:84 warning [cairn:merge-conflict] join `join` merges `other`, which the branches `a` and `b` may assign
                            fix:   call `inputs.mergeInto(this, except(Name.MODEL, Name.OTHER))`, and take what you need of it from the inputs.""");
    }

    @Test
    void aBranchWithAJoinOfItsOwn() {
        assertThat(allProblems("""
                        String model;
                        String lost;
                        List<String> items = List.of();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "each", foreach = "items") void a() {}
                        @Step(next = "inner") void each(@Item String item) { lost = item; }
                        @Step(next = "join") void inner(SampleArtifacts.InnerInputs inputs) { model = "a"; }
                        @Step(next = "join") void b() { model = "b"; lost = ""; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        9:84 warning [cairn:merge-conflict] join `join` merges `model`, which the branches `a` and `b` may assign
                            fix:   call `inputs.mergeInto(this, except(Name.MODEL))`, and take what you need of it from the inputs.""");
    }

    @Test
    void acceptsWhatTheJoinHasSet() {
        assertThat(allProblems("""
                        int size;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { size = 1; }
                        @Step(next = "join") void b() { size = 2; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { size = 0; inputs.mergeInto(this); }
                        @Step void end() { System.out.println(size); }
                        """)).isEmpty();
    }

    @Test
    void acceptsAlternativesOfOneBranch() {
        assertThat(allProblems("""
                        boolean quick = true;
                        String model;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(switchOn = "quick", cases = @Case(value = "true", next = "fast"), otherwise = "slow") void a() {}
                        @Step(next = "join") void fast() { model = "fast"; }
                        @Step(next = "join") void slow() { model = "slow"; }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(model); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatIsAssignedBeforeTheSplit() {
        assertThat(allProblems("""
                        String model;
                        @Step(next = {"a", "b"}) void start() { model = ""; }
                        @Step(next = "join") void a() { System.out.println(model); }
                        @Step(next = "join") void b() {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsSilenced() {
        assertThat(allProblems("""
                        String model;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { model = "same"; }
                        @Step(next = "join") void b() { model = "same"; }
                        @SuppressWarnings("cairn:merge-conflict")
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() {}
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatTheOtherBranchDropsAtAJoinOfItsOwn() {
        assertThat(allProblems("""
                        String model;
                        @Step(next = {"a", "b"}) void start() { model = ""; }
                        @Step(next = "join") void a() { model = "a"; }
                        @Step(next = {"c", "d"}) void b() { System.out.println(model); }
                        @Step(next = "inner") void c() {}
                        @Step(next = "inner") void d() {}
                        @Step(next = "join") void inner(SampleArtifacts.InnerInputs inputs) {}
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(model); }
                        """)).isEmpty();
    }

    @Test
    void aBranchChangesItInPlace() {
        assertThat(allProblems("""
                        List<String> notes = new ArrayList<>();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { notes.add("a"); }
                        @Step(next = "join") void b() { System.out.println(notes.size()); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(notes); }
                        """)).isEqualTo("""
                        5:84 warning [cairn:merge-conflict] join `join` merges `notes`, which branch `a` may change, while branch `b` keeps its earlier value
                            fix:   call `inputs.mergeInto(this, except(Name.NOTES))`, and take what you need of it from the inputs.""");
    }

    @Test
    void theTasksOfAForeachChangeItInPlace() {
        assertThat(allProblems("""
                        List<String> items = List.of();
                        Map<String, Integer> sizes = new HashMap<>();
                        @Step(next = "measure", foreach = "items") void start() {}
                        @Step(next = "join") void measure(@Item String item) { count(item); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(sizes); }
                        void count(String word) { sizes.merge(word, 1, Integer::sum); }
                        """)).isEqualTo("""
                        5:84 warning [cairn:merge-conflict] join `join` merges `sizes`, which each task of the foreach over `items` may change
                            fix:   call `inputs.mergeInto(this, except(Name.SIZES))`, and take what you need of it from the inputs.""");
    }

    @Test
    void acceptsWhatTheJoinHasChangedItself() {
        assertThat(allProblems("""
                        List<String> notes = new ArrayList<>();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { notes.add("a"); }
                        @Step(next = "join") void b() { notes.add("b"); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { notes.add("joined"); inputs.mergeInto(this); }
                        @Step void end() { System.out.println(notes); }
                        """)).isEmpty();
    }

    @Test
    void acceptsWhatIsOnlyPassedOn() {
        assertThat(allProblems("""
                        List<String> notes = new ArrayList<>();
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { Objects.requireNonNull(notes); }
                        @Step(next = "join") void b() { for (String note : notes) System.out.println(note); }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this); }
                        @Step void end() { System.out.println(notes); }
                        """)).isEmpty();
    }

    @Test
    void onlyNamesNothingElse() {
        assertThat(allProblems("""
                        String model;
                        @Step(next = {"a", "b"}) void start() {}
                        @Step(next = "join") void a() { model = "a"; }
                        @Step(next = "join") void b() { model = "b"; }
                        @Step(next = "end") void join(SampleArtifacts.JoinInputs inputs) { inputs.mergeInto(this, Merge.only(SampleArtifacts.Name.MODEL)); }
                        @Step void end() {}
                        """)).isEqualTo("""
                        5:84 warning [cairn:merge-conflict] join `join` merges `model`, which the branches `a` and `b` may assign
                            fix:   remove the call, and take what you need of it from the inputs.""");
    }
}
