package dev.cairn.processor.write;

import static dev.cairn.processor.write.Compilation.source;
import static dev.cairn.processor.write.FlowBuilder.context;
import static dev.cairn.processor.write.FlowBuilder.index;
import static dev.cairn.processor.write.FlowBuilder.inputs;
import static dev.cairn.processor.write.FlowBuilder.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.write.source.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Generated code compiles without a warning, whatever the flow is called and uses. */
class CompilationTest {
    private static final GeneratedFile CONFIG =
            source("com.acme.Config", "package com.acme; record Config(double rate, int size) {}");
    private static final GeneratedFile MODEL =
            source("com.acme.Model", "package com.acme; record Model(double[] w) {}");

    @Test
    void modelSelection() {
        assertThat(Compilation.of(Flows.modelSelection(), CONFIG, MODEL).messages())
                .isEmpty();
    }

    @Test
    void twoBranches() {
        assertThat(Compilation.of(Flows.twoBranches()).messages()).isEmpty();
    }

    @Test
    void alternatives() {
        assertThat(Compilation.of(Flows.alternatives()).messages()).isEmpty();
    }

    @Test
    void loops() {
        assertThat(Compilation.of(Flows.loops()).messages()).isEmpty();
    }

    @Test
    void whatIsGeneratedForAFlowThatBreaksRules() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Broken")
                .artifact("name", "java.util.List<java.lang.String>")
                .artifact("equals", "java.lang.Object")
                .artifact("toString", "java.lang.String")
                .linear("start", "join")
                .linear("Start", "join")
                .linear("join", "joinInputs", inputs("BrokenArtifacts.JoinInputs"))
                .linear("joinInputs", "lonely")
                .linear("lonely", "nowhere", inputs("BrokenArtifacts.LonelyInputs"));
        GeneratedFile artifacts = new FlowWriter("0.1.0-SNAPSHOT", type -> false).writeArtifacts(flow.model());
        GeneratedFile user = source(
                "com.acme.Broken",
                "package com.acme; class Broken { void join(BrokenArtifacts.JoinInputs inputs) {}"
                        + " void lonely(BrokenArtifacts.LonelyInputs inputs) {} }");

        assertThat(Compilation.of(List.of(artifacts, user)).messages()).isEmpty();
    }

    @Test
    void aFlowOfOneStep() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Single").end("start");

        assertThat(Compilation.of(flow).messages()).isEmpty();
    }

    @Test
    void aFlowWithConstantsOnly() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Fixed")
                .constant("limit", "int")
                .linear("start", "end")
                .end("end");

        assertThat(Compilation.of(flow).messages()).isEmpty();
    }

    @Test
    void everyWayToIterateAndEveryParameter() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Deep")
                .artifact("names", "java.util.List<java.lang.String>")
                .artifact("prices", "java.util.Map<java.lang.String, java.util.List<java.lang.Double>>")
                .artifact("sizes", "int[]")
                .artifact("count", "int")
                .foreach("start", "names", "a", context())
                .foreach("a", "prices", "b", item("names", "java.lang.String"))
                .foreach(
                        "b",
                        "sizes",
                        "c",
                        item("", "java.util.Map.Entry<java.lang.String, java.util.List<java.lang.Double>>"))
                .foreach("c", "count", "d", item("", "long"), index())
                .linear("d", "joinD", item("sizes", "int"), item("count", "int"), index())
                .linear("joinD", "joinC", inputs("DeepArtifacts.JoinDInputs"), item("sizes", "double"))
                .linear("joinC", "joinB", inputs("DeepArtifacts.JoinCInputs"))
                .linear("joinB", "joinA", inputs("DeepArtifacts.JoinBInputs"), index())
                .end("joinA", inputs("DeepArtifacts.JoinAInputs"), context());

        assertThat(Compilation.of(flow).messages()).isEmpty();
    }

    @Test
    void joinsThatShareWhatArrives() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Twice")
                .isPublic()
                .initialised("seed", "long")
                .artifact("left", "int")
                .artifact("right", "int")
                .split("start", List.of("a", "b"))
                .linear("a", "first")
                .linear("b", "first")
                .split("first", List.of("c", "d", "e"), inputs(""))
                .linear("c", "second")
                .linear("d", "second")
                .linear("e", "second")
                .split("second", List.of("f", "g"), inputs(""))
                .linear("f", "third")
                .linear("g", "third")
                .end("third", inputs(""))
                .body("start", Set.of(), Set.of())
                .body("a", Set.of(), Set.of("left"))
                .body("b", Set.of(), Set.of("right"))
                .body("first", Set.of(), Set.of())
                .body("c", Set.of(), Set.of())
                .body("d", Set.of(), Set.of())
                .body("e", Set.of(), Set.of())
                .body("second", Set.of(), Set.of())
                .body("f", Set.of(), Set.of())
                .body("g", Set.of(), Set.of())
                .body("third", Set.of(), Set.of());

        Compilation compilation = Compilation.of(flow);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.classNames()).contains("com.acme.TwiceArtifacts$SharedInFirst");
    }

    @Test
    void aNestedFlow() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Outer.Inner")
                .artifact("text", "java.lang.String")
                .linear("start", "outer")
                .linear("outer", "inner")
                .end("inner");

        Compilation compilation = Compilation.of(flow);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.classNames())
                .contains(
                        "com.acme.Outer_InnerArtifacts$Outer",
                        "com.acme.Outer_InnerArtifacts$Inner",
                        "com.acme.Outer_InnerRunner",
                        "com.acme.Outer_InnerRun",
                        "com.acme.Outer_InnerProvider");
    }

    @Test
    void aFlowInTheUnnamedPackage() {
        FlowBuilder flow = FlowBuilder.flow("Plain")
                .artifact("task1", "List")
                .artifact("list", "java.util.List<List>")
                .foreach("start", "list", "work")
                .linear("work", "join", item("", "List"))
                .end("join", inputs("PlainArtifacts.JoinInputs"));

        assertThat(Compilation.of(flow, source("List", "class List {}")).messages())
                .isEmpty();
    }

    @Test
    void flowsOfOneNameInTwoPackages() {
        List<GeneratedFile> files = new ArrayList<>();
        for (String name : List.of("com.acme.Same", "org.example.Same", "Same")) {
            files.addAll(Compilation.sources(FlowBuilder.flow(name).end("start")));
        }

        assertThat(Compilation.of(files).messages()).isEmpty();
    }

    @Test
    void stepsNamedLikeWhatGeneratedCodeUses() {
        FlowBuilder flow = FlowBuilder.flow("com.acme.Hostile")
                .artifact("artifact", "java.util.List<java.lang.String>")
                .artifact("values", "java.lang.Object")
                .artifact("name", "java.lang.String")
                .foreach("inputs", "artifact", "of")
                .linear("of", "string")
                .linear("string", "list", item("", "java.lang.String"))
                .linear("list", "object")
                .linear("object", "override")
                .linear("override", "step", inputs("HostileArtifacts.OverrideInputs"))
                .linear("step", "view")
                .linear("view", "task")
                .linear("task", "merge")
                .linear("merge", "taskView")
                .linear("taskView", "function")
                .linear("function", "sinceInputs")
                .linear("sinceInputs", "SuppressWarnings")
                .linear("SuppressWarnings", "datastore")
                .linear("datastore", "run1")
                .linear("run1", "main")
                .end("main");

        Compilation compilation = Compilation.of(flow);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.classNames()).contains("com.acme.HostileArtifacts$SinceInputs_");
    }

    @Test
    void userTypesNamedLikeWhatGeneratedCodeUses() {
        List<String> names = List.of(
                "List",
                "Name",
                "Start",
                "Override",
                "String",
                "Object",
                "Builder",
                "Definition",
                "Run",
                "Stream",
                "B",
                "V",
                "TaskView",
                "IndexOutOfBoundsException",
                "Exception",
                "Integer",
                "Generated");
        FlowBuilder flow = FlowBuilder.flow("com.acme.Task");
        for (int i = 0; i < names.size(); i++) {
            flow.artifact("artifact" + i, "com.acme." + names.get(i));
            flow.artifact("all" + i, "java.util.List<com.acme." + names.get(i) + ">");
        }
        flow.parameter("builder1", "com.acme.Builder", "a builder")
                .artifact("text", "java.lang.String")
                .foreach("start", "all4", "work")
                .linear("work", "join", item("", "com.acme.String"))
                .end("join", inputs("TaskArtifacts.JoinInputs"));
        GeneratedFile[] types = names.stream()
                .map(name -> source("com.acme." + name, "package com.acme; class " + name + " {}"))
                .toArray(GeneratedFile[]::new);

        assertThat(Compilation.of(flow.knowing(names), types).messages()).isEmpty();
    }
}
