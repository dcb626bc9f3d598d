package dev.cairn.processor.write;

import static dev.cairn.processor.write.FlowBuilder.context;
import static dev.cairn.processor.write.FlowBuilder.inputs;
import static dev.cairn.processor.write.FlowBuilder.item;

import java.util.List;
import java.util.Set;

/** The flows whose generated code is kept as text. */
public final class Flows {
    private Flows() {}

    /** The flow of the design's first page. */
    static FlowBuilder modelSelection() {
        return FlowBuilder.flow("com.acme.ModelSelection")
                .parameter("rates", "java.util.List<java.lang.Double>", "learning rates to try")
                .artifact("candidates", "java.util.List<com.acme.Config>")
                .artifact("model", "com.acme.Model")
                .artifact("accuracy", "double")
                .artifact("bestAccuracy", "double")
                .foreach("start", "candidates", "train")
                .linear("train", "join", item("", "com.acme.Config"))
                .linear("join", "end", inputs("ModelSelectionArtifacts.JoinInputs"))
                .end("end", context())
                .body("start", Set.of("rates"), Set.of("candidates"))
                .body("train", Set.of(), Set.of("model", "accuracy"))
                .body("join", Set.of(), Set.of("bestAccuracy"))
                .body("end", Set.of("bestAccuracy"), Set.of());
    }

    /** Two branches, both public, with a constant, an initialised field and a required parameter. */
    static FlowBuilder twoBranches() {
        return FlowBuilder.flow("com.acme.TwoBranches")
                .isPublic()
                .documentation("Two paths\nto the end.")
                .formerNames("Branches")
                .requiredParameter("input", "java.nio.file.Path", "input-file", "the file; <b>whole</b> lines.")
                .constant("limit", "int")
                .initialised("notes", "java.lang.Object")
                .artifact("left", "java.util.Map<java.lang.String, ? extends java.lang.Number>")
                .artifact("right", "long[]")
                .split("start", List.of("branchA", "branchB"))
                .linear("branchA", "join")
                .linear("branchB", "more")
                .linear("more", "join")
                .linear("join", "end", context(), inputs("TwoBranchesArtifacts.JoinInputs"))
                .end("end")
                .body("start", Set.of(), Set.of())
                .body("branchA", Set.of("input"), Set.of("left"))
                .body("branchB", Set.of(), Set.of("right"))
                .body("more", Set.of("right"), Set.of("right"))
                .body("join", Set.of(), Set.of())
                .body("end", Set.of("left", "notes", "right"), Set.of());
    }

    /** A branch that ends in one of two steps; nothing is known of the bodies. */
    public static FlowBuilder alternatives() {
        return FlowBuilder.flow("com.acme.Outer.Choice")
                .artifact("fast", "boolean")
                .artifact("score", "int")
                .split("start", List.of("decide", "other"))
                .choice("decide", "fast", "quick", "thorough")
                .linear("quick", "join")
                .linear("thorough", "join")
                .linear("other", "join")
                .end("join", inputs("Outer_ChoiceArtifacts.JoinInputs"));
    }

    /** A foreach in a loop, and in the foreach a loop over one step. */
    static FlowBuilder loops() {
        return FlowBuilder.flow("com.acme.Refinement")
                .artifact("parts", "java.util.List<java.lang.String>")
                .artifact("verdict", "java.lang.String")
                .foreach("start", "parts", "refine")
                .loop("refine", "verdict", "refine", "gather", 50)
                .loop("gather", "verdict", "start", "end", 1000, inputs("RefinementArtifacts.GatherInputs"))
                .end("end")
                .body("start", Set.of(), Set.of("parts"))
                .body("refine", Set.of("verdict"), Set.of("verdict"))
                .body("gather", Set.of(), Set.of("verdict"))
                .body("end", Set.of(), Set.of());
    }
}
