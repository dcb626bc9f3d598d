package dev.cairn.processor.read;

import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.SuppressedNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A flow class as the compiler has it, and what it takes to read it. Lives no longer than the round. */
record FlowElements(
        Elements elements,
        Types types,
        TypeElement type,
        Positions positions,
        GeneratedNames names,
        Function<Element, @Nullable String> comment) {
    FlowElements(
            Elements elements, Types types, TypeElement type, int number, Function<Element, @Nullable String> comment) {
        this(elements, types, type, new Positions(number, type), FlowReader.names(type), comment);
    }

    /** The methods with {@code @Step}, in the order of the source. */
    List<ExecutableElement> steps() {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> Annotation.isOn(method, "dev.cairn.Step"))
                .toList();
    }

    /** The fields that are stored, in the order of the source. */
    List<VariableElement> artifacts() {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(FlowElements::isArtifact)
                .toList();
    }

    /** Whether a field of a flow is stored. */
    static boolean isArtifact(Element field) {
        return field.getKind() == ElementKind.FIELD
                && !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT)
                && !field.getSimpleName().toString().startsWith("_");
    }

    /** An annotation of Cairn on an element, by its simple name. */
    Optional<Annotation> annotation(Element element, String simpleName) {
        return Annotation.find(elements, positions, element, "dev.cairn." + simpleName);
    }

    /** The annotation of Cairn that the element must have. */
    Annotation requiredAnnotation(Element element, String simpleName) {
        return annotation(element, simpleName)
                .orElseThrow(() -> new IllegalArgumentException(element + " has no annotation " + simpleName));
    }

    /** What {@code @FormerNames} on an element lists. */
    List<String> formerNames(Element element) {
        return annotation(element, "FormerNames").stream()
                .flatMap(names -> names.strings("value").stream())
                .map(name -> name.value())
                .toList();
    }

    /** What {@code @SuppressWarnings} on an element lists. */
    static List<String> suppressed(Element element) {
        return SuppressedNames.on(element);
    }

    /** The plain text of the javadoc of an element. */
    String documentation(Element element) {
        return Documentation.text(comment.apply(element));
    }
}
