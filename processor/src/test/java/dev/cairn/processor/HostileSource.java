package dev.cairn.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A flow at random, whose types, steps, artifacts and parameters are called as what generated code, the runtime or the language use,
 * and whose types hold one another in every shape. It may be wrong: then the processor has to say so.
 */
final class HostileSource {
    private static final List<String> TYPES = List.of(
            "List",
            "Map",
            "Name",
            "Step",
            "Task",
            "Override",
            "String",
            "Object",
            "Codecs",
            "Builder",
            "Inputs",
            "Integer",
            "OS",
            "E",
            "T",
            "V",
            "ID",
            "Optional",
            "Run",
            "Merge",
            "Stream",
            "Generated",
            "Definition",
            "Function",
            "Input",
            "Output",
            "Kryo",
            "StructCodec",
            "Access",
            "Items",
            "TaskView",
            "Exception",
            "Start",
            "End",
            "A",
            "SuppressWarnings",
            "FlowMain",
            "FieldValues",
            "PrimitiveFormat",
            "FlowRunBuilder",
            "Group1",
            "SampleCodec",
            "ConfigCodec",
            "Integer_",
            "value",
            "flow");
    private static final List<String> MEMBERS = List.of(
            "list",
            "map",
            "name",
            "step",
            "os",
            "e",
            "t",
            "v",
            "id",
            "optional",
            "string",
            "object",
            "codecs",
            "inputs",
            "input",
            "output",
            "kryo",
            "values",
            "value",
            "flow",
            "artifact",
            "of",
            "size",
            "get",
            "has",
            "build",
            "merge",
            "stream",
            "a",
            "A",
            "OS",
            "List",
            "record",
            "sealed",
            "permits",
            "yield",
            "var",
            "when",
            "PrimitiveFormat",
            "retyped",
            "view",
            "tasks",
            "group1",
            "definition",
            "DEFINITION",
            "größe",
            "a$b",
            "listItem",
            "main",
            "run1",
            "builder");
    private static final List<String> DEPRECATIONS =
            List.of("", "", "", "", "@java.lang.Deprecated ", "@java.lang.Deprecated(forRemoval = true) ");

    private final Random random;
    private final List<String> free;
    private final List<String> usable = new ArrayList<>();
    private final StringBuilder declarations = new StringBuilder();

    private HostileSource(long seed) {
        this.random = new Random(seed);
        this.free = new ArrayList<>(TYPES);
    }

    /** The flow {@code Sample} of a seed, and the types that it stores. */
    static String of(long seed) {
        return new HostileSource(seed).source();
    }

    private String source() {
        usable.add("int");
        usable.add("java.lang.String");
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            declareType();
        }
        StringBuilder flow = new StringBuilder("@dev.cairn.Flow class Sample {\n");
        List<String> artifacts = names(1 + random.nextInt(5));
        for (String artifact : artifacts) {
            String parameter = random.nextInt(6) == 0 ? "@dev.cairn.Parameter(required = true) int " : type() + " ";
            flow.append("    ")
                    .append(pick(DEPRECATIONS))
                    .append(parameter)
                    .append(artifact)
                    .append(";\n");
        }
        List<String> steps = names(3);
        steps.removeIf(step -> step.equals("start") || step.equals("end"));
        flow.append("    java.util.List<").append(boxed(type())).append("> items0 = java.util.List.of();\n");
        flow.append(steps.size() == 3 && random.nextBoolean() ? split(steps) : foreach(steps));
        return flow.append("}\n").append(declarations).toString();
    }

    private String split(List<String> steps) {
        return """
                    %5$s@dev.cairn.Step(next = {"%1$s", "%2$s"}) void start() {}
                    @dev.cairn.Step(next = "%3$s") void %1$s() {}
                    @dev.cairn.Step(next = "%3$s") void %2$s() {}
                    @dev.cairn.Step(next = "end") void %3$s(SampleArtifacts.%4$sInputs inputs) { inputs.mergeInto(this); }
                    @dev.cairn.Step void end() {}
                """.formatted(steps.get(0), steps.get(1), steps.get(2), capitalised(steps.get(2)), pick(DEPRECATIONS));
    }

    private String foreach(List<String> steps) {
        return """
                    @dev.cairn.Step(next = "%1$s", foreach = "items0") void start() {}
                    %2$s@dev.cairn.Step(next = "end") void %1$s(@dev.cairn.Index int position) {}
                    @dev.cairn.Step void end(SampleArtifacts.EndInputs inputs) { inputs.mergeInto(this); }
                """.formatted(steps.get(0), pick(DEPRECATIONS));
    }

    private void declareType() {
        String name = free.remove(random.nextInt(free.size()));
        String mark = pick(DEPRECATIONS);
        switch (random.nextInt(6)) {
            case 0 ->
                add(
                        mark
                                + "enum %1$s { A, @dev.cairn.FormerNames(\"Z\") B { @java.lang.Override public java.lang.String"
                                + " toString() { return \"b\"; } } }",
                        name);
            case 1 ->
                add(
                        mark
                                + "sealed interface %1$s<T0 extends %1$s<T0>> { record Leaf(int a) implements %1$s<Leaf> {}"
                                + " enum Kind implements %1$s<Kind> { X } }",
                        name,
                        name + "<?>",
                        name + ".Leaf",
                        name + ".Kind");
            case 2 ->
                add(
                        mark + "record %1$s<X0>(X0 " + member() + ", " + type() + " other0) {}",
                        name,
                        name + "<?>",
                        name + "<" + boxed(type()) + ">");
            case 3 ->
                add(
                        mark + "record %1$s(" + pick(DEPRECATIONS) + type() + " " + member() + ") { record Inner0("
                                + type() + " " + member() + ") { enum Deep { P, Q } } }",
                        name,
                        name,
                        name + ".Inner0",
                        name + ".Inner0.Deep");
            case 4 ->
                add(
                        mark + "class %1$s { " + type() + " b0; " + type() + " " + member()
                                + "; final int a0; %1$s(int a0) {" + " this.a0 = a0; } static class Part0 { " + type()
                                + " " + member() + "; } }",
                        name,
                        name,
                        name + ".Part0");
            default -> add(mark + "record %1$s(" + type() + " " + member() + ", java.util.List<%1$s> kids0) {}", name);
        }
    }

    private void add(String declaration, String name, String... types) {
        declarations
                .append("@java.lang.SuppressWarnings(\"all\") ")
                .append(declaration.replace("%1$s", name))
                .append('\n');
        usable.addAll(types.length == 0 ? List.of(name) : List.of(types));
    }

    private String type() {
        String type = pick(usable);
        return switch (random.nextInt(8)) {
            case 0 -> type + "[]";
            case 1 -> "java.util.List<" + boxed(type) + ">";
            case 2 -> "java.util.Map<java.lang.String, ? extends " + boxed(type) + ">";
            case 3 -> "java.util.Optional<" + boxed(type) + ">";
            case 4 -> "java.util.List<? super " + boxed(type) + ">";
            default -> type;
        };
    }

    private static String boxed(String type) {
        return type.equals("int") ? "java.lang.Integer" : type;
    }

    private String member() {
        return pick(MEMBERS);
    }

    private List<String> names(int count) {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            String name = member();
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
