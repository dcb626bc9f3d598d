package dev.cairn.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.ArtifactModel.Elements;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.TransitionModel;

/** Writes the list of a flow's steps. */
final class StepTable {
    private final Generation generation;
    private final AccessFacts facts;

    private StepTable(Generation generation, AccessFacts facts) {
        this.generation = generation;
        this.facts = facts;
    }

    static Table of(Generation generation, AccessFacts facts) {
        StepTable table = new StepTable(generation, facts);
        return Table.of(
                "steps",
                RuntimeClasses.STEP_DEFINITION,
                generation.order().steps().stream().map(table::entry).toList());
    }

    private Table.Entry entry(StepModel step) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.$L", RuntimeClasses.STEP_DEFINITION, transition(step));
        if (step.joins()) {
            code.add(".join()");
        }
        Policies.add(code, step.decorators());
        facts.of(step.name()).ifPresent(access -> code.add("\n$>$>.access($L)$<$<", access));
        if (!step.documentation().isBlank()) {
            code.add("\n$>$>.documentation($L)$<$<", Literals.text(step.documentation()));
        }
        int bytes = 40
                + Policies.bytes(step.decorators())
                + 8 * step.transition().targets().size()
                + facts.bytes(step.name());
        return new Table.Entry(code.build(), bytes);
    }

    private CodeBlock transition(StepModel step) {
        TransitionModel transition = step.transition();
        if (transition instanceof TransitionModel.End) {
            return CodeBlock.of("end($S)", step.name());
        } else if (transition instanceof TransitionModel.Linear linear) {
            return CodeBlock.of("linear($S, $S)", step.name(), linear.next().step());
        } else if (transition instanceof TransitionModel.Split) {
            return CodeBlock.of(
                    "split($S, $S, $L)",
                    step.name(),
                    generation.order().joinOf(step.name()),
                    Literals.strings(StepOrder.targets(step).toList()));
        } else if (transition instanceof TransitionModel.Foreach foreach) {
            return CodeBlock.of(
                    "foreach($S, $S, $S,$W$L,$W$L)",
                    step.name(),
                    generation.order().joinOf(step.name()),
                    foreach.artifact(),
                    items(foreach.artifact()),
                    Literals.strings(StepOrder.targets(step).toList()));
        }
        throw new IllegalArgumentException("step `" + step.name() + "` goes on in a way that no runtime knows yet");
    }

    private CodeBlock items(String artifact) {
        Elements elements =
                generation.flow().artifact(artifact).orElseThrow().foreach().orElseThrow();
        CodecNames codecs = generation.codecs();
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
        CodecNames codecs = generation.codecs();
        return CodeBlock.of("$T.$L($T.$L)", RuntimeClasses.ITEMS, shape, codecs.codecs(), codecs.item(artifact));
    }
}
