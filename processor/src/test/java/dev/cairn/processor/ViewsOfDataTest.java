package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static dev.cairn.processor.FlowCompilation.file;
import static dev.cairn.processor.FlowCompilation.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The view of a step has an accessor for each artifact that may exist there, and for no other. */
class ViewsOfDataTest {
    private static final String FLOW = """
            import static dev.cairn.runtime.Merge.*;
            @SuppressWarnings("cairn:unused-artifact") @Flow class Sample {
                @Parameter int size = 1;
                final int limit = 10;
                boolean quick = true;
                List<String> notes = new ArrayList<>();
                Failure failure;
                String left;
                String right;
                String chosen;
                int rounds;
                boolean done;
                @Step(next = {"a", "b"}) void start() {}
                @Step(next = "join") void a() { left = "l"; }
                @Step(next = "join") void b() { right = "r"; }
                @Step(next = "choose") void join(SampleArtifacts.JoinInputs inputs) { MERGE }
                @Step(switchOn = "quick", cases = @Case(value = "true", next = "loop"), otherwise = "slow") void choose() { quick = true; }
                @Step(next = "loop") void slow() { chosen = "c"; }
                @Step(switchOn = "done", cases = @Case(value = "true", next = "end"), otherwise = "loop") void loop() { rounds++; done = rounds > 2; }
                @Catch("failure") @Step void end() {}
            }
            """;

    /** What the compiler says of code that asks the view of a step for an artifact. */
    private static String asking(String merge, String view, String artifact) {
        String user =
                "class User { Object ask(SampleArtifacts." + view + " view) { return view." + artifact + "(); } }";
        return text(compiler().compile(file(FLOW.replace("MERGE", merge)), file(user)));
    }

    private static void offers(String merge, String view, String artifact) {
        assertThat(asking(merge, view, artifact)).as("%s of %s", artifact, view).isEmpty();
    }

    private static void lacks(String merge, String view, String artifact) {
        assertThat(asking(merge, view, artifact))
                .as("%s of %s", artifact, view)
                .contains("error cannot find symbol", "symbol:   method " + artifact + "()");
    }

    @Test
    void aBranchHasWhatItAssigns() {
        offers("", "A", "left");
        lacks("", "A", "right");
    }

    @Test
    void parametersAndConstantsAreEverywhere() {
        offers("", "Join", "size");
        offers("", "End", "limit");
    }

    @Test
    void aJoinThatMergesNothingLeavesOutEvenInitialValues() {
        lacks("", "Join", "left");
        lacks("", "Join", "quick");
        offers("", "Choose", "quick");
    }

    @Test
    void aJoinHasWhatItMayChangeInPlace() {
        String fill = "for (var input : inputs) notes.add(input.task().toString());";
        offers(fill, "Join", "notes");
        offers(fill, "End", "notes");
        offers(fill + " inputs.mergeInto(this, except(SampleArtifacts.Name.NOTES));", "End", "notes");
        offers("java.util.List<String> all = notes; inputs.forEach(input -> all.add(\"\"));", "End", "notes");
        offers("java.util.Objects.requireNonNull(notes);", "End", "notes");
        lacks("System.out.println(notes.size());", "End", "notes");
    }

    @Test
    void aJoinPassesOnWhatItsMergeSelects() {
        offers("inputs.mergeInto(this);", "End", "right");
        offers("inputs.mergeInto(this, only(SampleArtifacts.Name.LEFT));", "Join", "left");
        lacks("inputs.mergeInto(this, only(SampleArtifacts.Name.LEFT));", "Join", "right");
        lacks("inputs.mergeInto(this, except(SampleArtifacts.Name.LEFT));", "End", "left");
        offers("inputs.mergeInto(this, except(SampleArtifacts.Name.LEFT));", "End", "right");
    }

    @Test
    void afterASwitchThereIsWhatAnyOfItsPathsAssigns() {
        lacks("", "Choose", "chosen");
        offers("", "Loop", "chosen");
        offers("", "End", "chosen");
    }

    @Test
    void aLoopHasWhatItAssigns() {
        lacks("", "Slow", "rounds");
        offers("", "Loop", "rounds");
        offers("", "End", "done");
    }

    @Test
    void aFailureIsThereFromTheStepOnThatCatchesIt() {
        lacks("", "Loop", "failure");
        offers("", "End", "failure");
    }
}
