package dev.cairn.processor.docs;

import static dev.cairn.processor.docs.Entry.error;
import static dev.cairn.processor.docs.Entry.note;
import static dev.cairn.processor.docs.Entry.warning;

import dev.cairn.processor.report.Severity;
import java.util.List;
import java.util.Optional;

/**
 * All that Cairn can say while a flow is compiled. To add a rule: an entry here, by the alphabet, and a page {@code
 * docs/errors/<id>.md}; {@link ErrorPage} tells what that needs.
 */
public final class Catalogue {
    /** The rules, in the order of their ids. */
    static final List<Entry> ENTRIES = List.of(
            error("artifact-field", "Generated code of the package can read an artifact and set it."),
            error("catch", "The artifact of a caught failure can hold it, and a caught step does not steer the graph."),
            warning("caught-input", "What a join reads of its inputs is there, or the join asks first.")
                    .fromCode(),
            warning("changed-copy", "Items and the inputs of joins are copies, and what is changed of them is lost.")
                    .fromCode(),
            error("colliding-names", "Everything that is generated has a name of its own."),
            warning(
                            "conditional-merge",
                            "Before it merges, a join assigns or changes an artifact on every way or on none.")
                    .fromCode(),
            warning("credential", "What looks like a secret is not stored."),
            error(
                    "cycle",
                    "What leads back makes a loop: a switch can leave it in every round, and it is entered by its first step only."),
            error("dead-end", "Every step but the last says what follows."),
            error(
                    "decorator",
                    "The numbers and durations of `@Retry`, `@Timeout`, `@Resources` and `@Step` make sense."),
            error("default-value", "What `@Default` gives is a value of the type."),
            error("duplicate-branch", "The branches of a split start in different steps."),
            error("duplicate-step", "A step has a name of its own."),
            error("empty-branch", "There is a step between a split and its join."),
            error("end-goes-on", "Nothing follows the last step."),
            error("endless-loop", "A loop has a way out."),
            error("fixed-value", "A run has one value of each parameter and constant, and steps do not change it.")
                    .and(Severity.WARNING)
                    .fromCode(),
            error("flow-class", "A flow is a class of which generated code of its package can make instances."),
            error("flow-name", "The name of a flow can stand in a path."),
            error("former-name", "What older runs stored under a former name can be told from everything else."),
            error("inherited-member", "Steps and artifacts stand in the flow class itself."),
            error("internal-error", "The processor failed: a mistake in Cairn."),
            error("item-scope", "`@Item` and `@Index` mean one foreach around their step."),
            error(
                    "item-type",
                    "An element of a foreach can be assigned to the parameter that takes it, and a position is an `int`."),
            error(
                    "iterations-name",
                    "The accessor of all iterations of a step does not take the name of another step's accessor."),
            error("join-without-split", "A join closes a split."),
            note("leaking-this", "The instance of the flow goes to code that is not seen, which may do anything.")
                    .fromCode(),
            error("loop-leaves-branch", "A loop stays in its branch."),
            warning("merge-conflict", "A join merges only what its branches agree on.")
                    .fromCode(),
            error("misplaced-annotation", "An annotation stands where it has an effect."),
            error("missing-from-merge", "What `only(..)` names, a branch may have.")
                    .fromCode(),
            error("no-end", "A flow has a last step."),
            error("no-start", "A flow has a first step."),
            error("not-iterable", "A foreach runs over something that has elements."),
            error("option", "The options of the processor exist, and their values make sense."),
            error("option-name", "Every parameter has an option of its own on the command line."),
            error("output", "What is generated can be written."),
            warning("overwritten-value", "A value that is assigned to a field can be read before it is replaced.")
                    .fromCode(),
            error("parameter-assignment", "Steps read parameters and do not assign them.")
                    .fromCode(),
            error("parameter-type", "The value of every parameter can be written as text."),
            error("partial-join", "A join closes all branches of its split."),
            error("processor-path", "The processor path has all that the processor needs."),
            error("registry", "The list of the flows of a compilation can be written."),
            error("release", "Flows are compiled for Java 17, or a newer release."),
            error("reserved-name", "Steps and artifacts do not hide what generated classes offer beside them."),
            error("several-ends", "A flow has one last step."),
            error("several-joins", "A split has one join."),
            error("several-starts", "A flow has one first step."),
            warning("shared-value", "An object that can change is in one artifact.")
                    .fromCode(),
            warning("static-assignment", "Steps do not hand values on in static fields.")
                    .fromCode(),
            error(
                    "step-annotation",
                    "`@Step` says one thing: nothing, `next`, a foreach with one `next`, or a switch with its cases."),
            error("step-method", "A step is a method that generated code of the package can call on a flow."),
            error("step-parameter", "A step takes what Cairn can give it."),
            error(
                    "switch",
                    "A switch chooses by a value that its cases can name, and its cases cover every value once."),
            error("unassigned-artifact", "What a step reads, a step before it has assigned.")
                    .and(Severity.WARNING)
                    .fromCode(),
            error("unassigned-private-field", "What a step reads of a private field, it has assigned itself.")
                    .and(Severity.WARNING)
                    .fromCode(),
            error("unassigned-transition", "The elements of a foreach and the value of a switch exist.")
                    .and(Severity.WARNING)
                    .fromCode(),
            error("unjoined-split", "The branches of a split meet in a join, and in no other step."),
            error("unknown-artifact", "Every artifact that an annotation names is a field of the flow that is stored."),
            error("unknown-method", "Every method that a step calls by its name alone exists.")
                    .fromCode(),
            error("unknown-step", "Every step that an annotation names exists."),
            error("unmerged-artifact", "What a join neither merges nor assigns is not read in it, nor after it.")
                    .and(Severity.WARNING)
                    .fromCode(),
            error("unreachable-step", "Something leads to every step."),
            error("unrelated-branches", "A join gets the branches of one split and nothing else."),
            note(
                    "unseen-code",
                    "The code of the steps could not be seen, so what they read and assign is not checked."),
            error("unstorable-type", "The values of every artifact can be stored."),
            warning("unused-artifact", "A step assigns or reads each field.").fromCode());

    private Catalogue() {}

    /** The rule with an id. */
    public static Optional<Entry> find(String id) {
        return ENTRIES.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
