package dev.cairn.processor.name;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the names that the code generated for a flow takes, so that a rule can find those that collide. */
public final class NameClaims {
    private final FlowModel flow;
    private final GeneratedNames names;
    private final List<NameClaim> claims = new ArrayList<>();

    private NameClaims(FlowModel flow) {
        this.flow = flow;
        this.names = new GeneratedNames(flow.flowClass());
    }

    /**
     * The claims of a flow: those of the generated classes first, then those of steps and artifacts in the order of the
     * source.
     */
    public static List<NameClaim> of(FlowModel flow) {
        NameClaims claims = new NameClaims(flow);
        claims.ofGeneratedClasses();
        flow.steps().forEach(claims::ofStep);
        flow.artifacts().forEach(claims::ofArtifact);
        if (flow.flowClass().packageName().isEmpty()) {
            claims.ofUnnamedPackage();
        }
        return List.copyOf(claims.claims);
    }

    private void ofGeneratedClasses() {
        String packageName = flow.flowClass().packageName();
        names.topLevel()
                .forEach(type -> claims.add(new NameClaim(
                        packageName,
                        type.simpleName(),
                        "a class generated for flow `" + flow.name() + "`",
                        flow.position())));
        String artifacts = names.artifacts().canonicalName();
        claims.add(new NameClaim(artifacts, "Name", "the enum of the artifacts", flow.position()));
        claims.add(new NameClaim(artifacts, "Builder", "the builder of views", flow.position()));
        claims.add(new NameClaim(
                artifacts, names.artifacts().simpleName(), "the class around the views", flow.position()));
    }

    private void ofStep(StepModel step) {
        String quoted = "step `" + step.name() + "`";
        claim(names.view(step.name()), "the view of " + quoted, step);
        if (step.joins()) {
            claim(names.inputs(step.name()), "the inputs of " + quoted, step);
            claim(names.input(step.name()), "the input of " + quoted, step);
        }
        claims.add(new NameClaim(
                names.step().canonicalName(),
                GeneratedNames.constant(step.name()),
                "the constant of " + quoted,
                step.position()));
    }

    private void claim(ClassRef type, String claimant, StepModel step) {
        claims.add(new NameClaim(names.artifacts().canonicalName(), type.simpleName(), claimant, step.position()));
    }

    private void ofArtifact(ArtifactModel artifact) {
        claims.add(new NameClaim(
                names.name().canonicalName(),
                GeneratedNames.constant(artifact.name()),
                "the constant of artifact `" + artifact.name() + "`",
                artifact.position()));
    }

    /**
     * A class of the unnamed package has no longer name by which a nested class of the same name could be told from it.
     */
    private void ofUnnamedPackage() {
        Set<String> types = new LinkedHashSet<>();
        types.add(flow.flowClass().simpleNames().get(0));
        flow.artifacts().forEach(artifact -> collectUnnamed(artifact.type(), types));
        for (String type : types) {
            claims.add(new NameClaim(
                    names.artifacts().canonicalName(), type, "the class `" + type + "`", flow.position()));
        }
    }

    private static void collectUnnamed(JavaType type, Set<String> types) {
        if (type instanceof JavaType.Declared declared) {
            if (declared.name().packageName().isEmpty()) {
                types.add(declared.name().simpleNames().get(0));
            }
            declared.arguments().forEach(argument -> collectUnnamed(argument, types));
        } else if (type instanceof JavaType.Array array) {
            collectUnnamed(array.component(), types);
        } else if (type instanceof JavaType.Wildcard wildcard && wildcard.bound() != null) {
            collectUnnamed(wildcard.bound(), types);
        }
    }
}
