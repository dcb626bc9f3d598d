package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.BodyModel.PlaceRead;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Literals;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * Writes what steps do with artifacts. What takes many names gets a method of its own, which steps that do the same
 * share: a helper that touches every field, called in every step, would else be written out as often as there are
 * steps.
 */
final class AccessFacts {
    private static final int NAME_BYTES = 8;
    private static final int INLINE_NAMES = 24;

    private final Map<String, CodeBlock> calls = new HashMap<>();
    private final Map<String, Integer> bytes = new HashMap<>();
    private final Map<BodyModel, MethodSpec> shared = new LinkedHashMap<>();

    private AccessFacts() {}

    static AccessFacts of(WriteContext context) {
        AccessFacts facts = new AccessFacts();
        for (StepModel step : context.order().steps()) {
            BodyModel body = context.bodies().getOrDefault(step.name(), BodyModel.unknown());
            if (!body.isUnknown()) {
                facts.add(step, body);
            }
        }
        return facts;
    }

    /** The calls on the definition of a step; empty if nothing is known of it. */
    Optional<CodeBlock> of(String step) {
        return Optional.ofNullable(calls.get(step)).filter(found -> !found.isEmpty());
    }

    /** About how many bytes of bytecode the expression takes. */
    int bytes(String step) {
        return bytes.getOrDefault(step, 0);
    }

    /** The methods to which these calls refer. */
    List<MethodSpec> methods() {
        return List.copyOf(shared.values());
    }

    private void add(StepModel model, BodyModel body) {
        String step = model.name();
        int names = body.reads().size()
                + body.mayChange().size()
                + body.mayAssign().size()
                + body.mustAssign().size()
                + body.assignedBeforeMerge().size();
        if (names > INLINE_NAMES) {
            MethodSpec method = shared.computeIfAbsent(body, facts -> method(step, facts));
            calls.put(step, CodeBlock.of(".access($N())$L", method, place(model, body)));
            bytes.put(step, 2 * NAME_BYTES);
        } else {
            String start = body.everything() ? "" : ".analysed()";
            calls.put(step, CodeBlock.of("$L$L$L", start, facts(body), place(model, body)));
            bytes.put(step, 24 + NAME_BYTES * (names + 1));
        }
    }

    /** The calls that say what the step can tell of its place in the foreaches around it, and of parameters; none if that is nothing. */
    private static String place(StepModel step, BodyModel body) {
        boolean getsIndex = step.parameters().stream().anyMatch(StepParameter.Index.class::isInstance);
        String parameters = body.allParameters() ? ".readsParameters()" : "";
        if (body.placeRead() == PlaceRead.STACK) {
            return parameters + ".readsStack()";
        }
        return parameters + (getsIndex || body.placeRead() == PlaceRead.INDEX ? ".readsIndex()" : "");
    }

    private static MethodSpec method(String step, BodyModel body) {
        return MethodSpec.methodBuilder("accessOf" + GeneratedNames.capitalised(step))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeClasses.ACCESS)
                .addStatement(
                        "return $T.$L()$L",
                        RuntimeClasses.ACCESS,
                        body.everything() ? "everything" : "nothing",
                        facts(body))
                .build();
    }

    private static CodeBlock facts(BodyModel body) {
        Set<String> mayOnly = new TreeSet<>(body.mayAssign());
        mayOnly.removeAll(body.mustAssign()); // what is assigned on every path is on some path too
        CodeBlock.Builder facts = CodeBlock.builder();
        add(facts, "reads", body.reads());
        add(facts, "mayChange", body.mayChange());
        add(facts, "mayAssign", mayOnly);
        add(facts, "mustAssign", body.mustAssign());
        add(facts, "assignedBeforeMerge", body.assignedBeforeMerge());
        return facts.build();
    }

    private static void add(CodeBlock.Builder facts, String method, Set<String> names) {
        if (!names.isEmpty()) {
            facts.add(".$L($L)", method, Literals.strings(names));
        }
    }
}
