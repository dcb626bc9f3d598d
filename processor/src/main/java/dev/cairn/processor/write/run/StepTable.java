package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.ArtifactModel.Elements;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.StepOrder;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Literals;
import dev.cairn.processor.write.source.Table;
import dev.cairn.processor.write.source.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** Writes the list of a flow's steps. */
final class StepTable {
    /** A call on the result of a call is nested in it: many of them need more stack than compilers have. */
    private static final int MOST_CALLS = 16;

    private static final int CASES_OF_A_CALL = 25;

    private final WriteContext context;
    private final AccessFacts facts;

    private StepTable(WriteContext context, AccessFacts facts) {
        this.context = context;
        this.facts = facts;
    }

    static Table of(WriteContext context, AccessFacts facts) {
        StepTable table = new StepTable(context, facts);
        return Table.of(
                "steps",
                RuntimeClasses.STEP_DEFINITION,
                context.order().steps().stream().map(table::entry).toList());
    }

    private Table.Entry entry(StepModel step) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(Wrapped.call(
                        CodeBlock.of("$T.$L", RuntimeClasses.STEP_DEFINITION, factory(step.transition())),
                        arguments(step)));
        if (step.transition() instanceof TransitionModel.Switch switching) {
            code.add(cases(step, switching));
        }
        if (step.joins()) {
            code.add(step.transition() instanceof TransitionModel.Switch ? "\n$>$>.join()$<$<" : ".join()");
        }
        Policies.add(code, step.decorators());
        facts.of(step.name()).ifPresent(access -> code.add("\n$>$>$L$<$<", access));
        if (!step.documentation().isBlank()) {
            code.add("\n$>$>.documentation($L)$<$<", Literals.text(step.documentation()));
        }
        int bytes = 40
                + Policies.bytes(step.decorators())
                + 12 * step.transition().targets().size()
                + facts.bytes(step.name());
        return new Table.Entry(code.build(), bytes);
    }

    /** The name of the method that starts the definition. */
    private static String factory(TransitionModel transition) {
        if (transition instanceof TransitionModel.End) {
            return "end";
        } else if (transition instanceof TransitionModel.Linear) {
            return "linear";
        } else if (transition instanceof TransitionModel.Split) {
            return "split";
        } else if (transition instanceof TransitionModel.Foreach) {
            return "foreach";
        }
        return "switchOn";
    }

    private CodeBlock cases(StepModel step, TransitionModel.Switch switching) {
        CodeBlock.Builder code = CodeBlock.builder().add("$>$>");
        List<TransitionModel.Switch.Case> cases = switching.cases();
        int atOnce = cases.size() <= MOST_CALLS ? 1 : CASES_OF_A_CALL;
        for (int from = 0; from < cases.size(); from += atOnce) {
            code.add("\n.when(");
            for (int i = from; i < Math.min(from + atOnce, cases.size()); i++) {
                TransitionModel.Switch.Case each = cases.get(i);
                code.add(
                        i == from ? "$S, $S" : ",$W$S, $S",
                        each.value(),
                        each.next().step());
            }
            code.add(")");
        }
        switching.otherwise().forEach(target -> code.add("\n.otherwise($S)", target.step()));
        if (context.order().isInLoop(step.name())) {
            code.add("\n.maxIterations($L)", switching.maxIterations());
        }
        return code.add("$<$<").build();
    }

    private List<CodeBlock> arguments(StepModel step) {
        TransitionModel transition = step.transition();
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(string(step.name()));
        if (transition instanceof TransitionModel.Split || transition instanceof TransitionModel.Foreach) {
            arguments.add(string(context.order().joinOf(step.name())));
        }
        if (transition instanceof TransitionModel.Foreach foreach) {
            arguments.add(string(foreach.artifact()));
            arguments.add(items(foreach.artifact()));
        }
        if (transition instanceof TransitionModel.Switch switching) {
            arguments.add(string(switching.artifact()));
        } else {
            StepOrder.targets(step).map(StepTable::string).forEach(arguments::add);
        }
        return arguments;
    }

    private static CodeBlock string(String text) {
        return CodeBlock.of("$S", text);
    }

    private CodeBlock items(String artifact) {
        Elements elements =
                context.flow().artifact(artifact).orElseThrow().foreach().orElseThrow();
        CodecNames codecs = context.codecs();
        return switch (elements.shape()) {
            case RANGE -> CodeBlock.of("$T.range()", RuntimeClasses.ITEMS);
            case MAP ->
                CodeBlock.of(
                        "$T.map($T.$L, $T.$L)",
                        RuntimeClasses.ITEMS,
                        codecs.codecs(),
                        codecs.itemKey(artifact),
                        codecs.codecs(),
                        codecs.itemValue(artifact));
            case ITERABLE -> items("iterable", artifact);
            case ARRAY -> items("array", artifact);
        };
    }

    private CodeBlock items(String shape, String artifact) {
        CodecNames codecs = context.codecs();
        return CodeBlock.of("$T.$L($T.$L)", RuntimeClasses.ITEMS, shape, codecs.codecs(), codecs.item(artifact));
    }
}
