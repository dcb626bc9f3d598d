package dev.cairn.processor.body.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cairn.processor.body.effect.Place;
import dev.cairn.processor.body.tree.TreePosition;
import dev.cairn.processor.report.SourceOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The members of a flow, as trees and as elements. They are matched by name, parameters and order: to ask the compiler for the
 * element of a tree may make it attribute the class. Immutable.
 */
public final class Members {
    private final TypeElement type;
    private final int flow;
    private final FlowCode code;
    private final Map<Tree, Element> elements = new IdentityHashMap<>();
    private final Map<Element, MethodTree> methods = new HashMap<>();
    private final Map<Element, Integer> numbers = new HashMap<>();

    /**
     * The members of a flow.
     *
     * @param flow how many flows were read before in this round
     */
    public Members(TypeElement type, int flow, FlowCode code) {
        this.type = type;
        this.flow = flow;
        this.code = code;
        Map<String, List<Element>> byName = new HashMap<>();
        for (Element member : type.getEnclosedElements()) {
            numbers.put(member, numbers.size() + 1);
            byName.computeIfAbsent(member.getSimpleName().toString(), name -> new ArrayList<>())
                    .add(member);
        }
        for (Tree tree : code.tree().getMembers()) {
            byName.getOrDefault(name(tree), List.of()).stream()
                    .filter(element -> !methods.containsKey(element) && matches(tree, element))
                    .findFirst()
                    .ifPresent(element -> match(tree, element));
        }
    }

    private static String name(Tree tree) {
        if (tree instanceof MethodTree method) {
            return method.getName().toString();
        } else if (tree instanceof VariableTree field) {
            return field.getName().toString();
        }
        return tree instanceof ClassTree nested ? nested.getSimpleName().toString() : "";
    }

    private static boolean matches(Tree tree, Element element) {
        if (tree instanceof MethodTree method) {
            return element instanceof ExecutableElement executable && sameParameters(method, executable);
        }
        return tree instanceof VariableTree
                ? element.getKind().isField()
                : element.getKind().isClass() || element.getKind().isInterface();
    }

    private static boolean sameParameters(MethodTree method, ExecutableElement element) {
        List<String> inTree = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        return inTree.equals(element.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList());
    }

    private void match(Tree tree, Element element) {
        elements.put(tree, element);
        if (tree instanceof MethodTree method) {
            methods.put(element, method);
        }
    }

    /** The methods that are steps, by name in the order of the source: the first, should there be several of a name. */
    public List<MethodTree> steps() {
        Map<String, MethodTree> steps = new LinkedHashMap<>();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.METHOD && isStep(member) && methods.containsKey(member)) {
                steps.putIfAbsent(member.getSimpleName().toString(), methods.get(member));
            }
        }
        return List.copyOf(steps.values());
    }

    /** The trees of the members by their elements; a new map. */
    Map<Element, Tree> trees() {
        Map<Element, Tree> trees = new HashMap<>();
        elements.forEach((tree, element) -> trees.put(element, tree));
        return trees;
    }

    private static boolean isStep(Element method) {
        return method.getAnnotationMirrors().stream()
                .map(annotation -> annotation.getAnnotationType().asElement())
                .anyMatch(annotation ->
                        ((TypeElement) annotation).getQualifiedName().contentEquals("dev.cairn.Step"));
    }

    /** Where a place is, for a problem. */
    public TreePosition position(Place place) {
        Element element =
                Optional.ofNullable(elements.get(outermost(place.member()))).orElse(type);
        int number = numbers.getOrDefault(element, 0);
        return new TreePosition(
                code.trees(), code.unit(), place.tree(), element, new SourceOrder(flow, number, SourceOrder.NAME, 0));
    }

    private Tree outermost(Tree member) {
        List<ClassTree> around =
                member instanceof ClassTree inner ? code.enclosing().getOrDefault(inner, List.of()) : List.of();
        return around.isEmpty() ? member : around.get(around.size() - 1);
    }
}
