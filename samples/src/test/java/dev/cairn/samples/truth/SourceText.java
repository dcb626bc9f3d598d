package dev.cairn.samples.truth;

import dev.cairn.samples.truth.StepSketch.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a drawn flow, and the plain class with the same bodies, as Java. Used by one thread. */
final class SourceText {
    static final String PACKAGE = "drawn";
    private static final String ACC = """
                static class Acc {
                    int n;
                    Acc() {}
                    Acc(int n) { this.n = n; }
                    void inc() { n++; }
                    void setN(int n) { this.n = n; }
                    void add(int by) { n += by; }
                    Acc twice() { inc(); inc(); return this; }
                    void more(int by, int times) { for (int i = 0; i < times; i++) { add(by); } }
                    @Override public String toString() { return "Acc(" + n + ")"; }
                }
            """;
    private static final String BOX = "    record Box(List<Integer> list, int k) {}\n";

    private final FlowSketch sketch;
    private final boolean plain;
    private final StringBuilder text = new StringBuilder();

    private SourceText(FlowSketch sketch, boolean plain) {
        this.sketch = sketch;
        this.plain = plain;
    }

    static String flow(FlowSketch sketch) {
        return new SourceText(sketch, false).write();
    }

    static String plain(FlowSketch sketch) {
        return new SourceText(sketch, true).write();
    }

    private String write() {
        String name = plain ? sketch.plainName() : sketch.flowName();
        line("package " + PACKAGE + ";");
        imports();
        line((plain ? "public class " : "@Flow\nclass ") + name + (plain ? " extends PlainFlow" : "") + " {");
        if (plain) {
            line("    enum Name { "
                    + sketch.all()
                            .map(variable -> variable.name().toUpperCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + " }");
        }
        text.append(uses("Acc") ? ACC : "").append(uses("Box") ? BOX : "");
        line("    " + (plain ? "" : "@Parameter ") + "boolean flag = false;");
        sketch.all().forEach(this::field);
        if (sketch.steps().stream().anyMatch(step -> step.caught)) {
            line("    Failure failure;");
        }
        sketch.steps().forEach(this::step);
        sketch.helpers().forEach(helper -> line("    " + marked(helper.text())));
        if (plain) {
            sketch.all()
                    .forEach(variable -> line("    " + variable.kind().type + " " + variable.name() + "() { return "
                            + variable.name() + "; }"));
        }
        line("}");
        return text.toString();
    }

    private boolean uses(String type) {
        return sketch.variables().stream()
                        .anyMatch(variable -> variable.kind().type.contains(type))
                || type.equals("Box")
                        && sketch.lines().anyMatch(line -> line.text().contains("Box"));
    }

    private void imports() {
        line("import dev.cairn.runtime.Failure;");
        line("import static dev.cairn.samples.truth.Seen.*;");
        line("import java.util.*;");
        line("import java.util.function.*;");
        line("import java.util.stream.*;");
        line("import dev.cairn.samples.truth.*;");
        if (plain) {
            line("import static dev.cairn.samples.truth.PlainMerge.*;");
        } else {
            line("import dev.cairn.*;");
            line("import dev.cairn.runtime.TaskContext;");
            line("import static dev.cairn.runtime.Merge.*;");
            line("import " + PACKAGE + "." + sketch.flowName() + "Artifacts.Name;");
        }
    }

    private void field(Variable variable) {
        String modifiers = switch (variable.role()) {
            case PARAMETER -> plain ? "" : "@Parameter ";
            case CONSTANT -> "final ";
            case ARTIFACT -> "";
        };
        line("    " + modifiers + variable.kind().type + " " + variable.name()
                + (variable.initial() == null ? "" : " = " + variable.initial()) + ";");
    }

    private void step(StepSketch step) {
        if (!plain) {
            line("    @Step" + (step.transition.isEmpty() ? "" : "(" + step.transition + ")"));
            line(step.retried ? "    @Retry(times = 1)" : step.caught ? "    @Catch(\"failure\")" : "");
        }
        List<String> parameters = new ArrayList<>();
        if (step.join) {
            String capital = step.name.substring(0, 1).toUpperCase(Locale.ROOT) + step.name.substring(1);
            parameters.add((plain
                            ? "PlainInputs<" + sketch.plainName() + ">"
                            : sketch.flowName() + "Artifacts." + capital + "Inputs")
                    + " inputs");
        }
        Item item = step.item;
        if (item != null) {
            parameters.add((plain ? "" : "@Item(\"" + item.of().name() + "\") ")
                    + item.of().kind().item + " " + item.name());
        }
        parameters.add((plain ? "PlainTask" : "TaskContext") + " task");
        line("    void " + step.name + "(" + String.join(", ", parameters) + ") {");
        sketch.lines(step).forEach(line -> line("        " + marked(line.text())));
        line("    }");
    }

    /** What is marked, for the plain class: assignments are noted, and what is taken over from elsewhere becomes its own. */
    private String marked(String code) {
        return plain
                ? code.replaceAll("«(\\w+)»", " assigned(\"$1\");")
                        .replace("‹", "own(")
                        .replace("›", ")")
                : code.replaceAll("«\\w+»|‹|›", "");
    }

    private void line(String line) {
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }
}
