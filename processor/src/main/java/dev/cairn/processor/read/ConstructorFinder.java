package dev.cairn.processor.read;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the constructor that makes an instance of a plain class: the one that takes the most fields, each by its name,
 * and leaves only such as can be set afterwards.
 */
final class ConstructorFinder {
    private final CompilerTypes types;
    private final Reach reach;
    private final DeclaredType type;
    private final MemberFinder members;

    ConstructorFinder(CompilerTypes types, Reach reach, DeclaredType type, MemberFinder members) {
        this.types = types;
        this.reach = reach;
        this.type = type;
        this.members = members;
    }

    /**
     * The names of the fields that it takes, in its order.
     *
     * @param refusals gets why there is none
     */
    List<String> find(TypeElement element, List<VariableElement> fields, List<Refusal> refusals) {
        Map<String, VariableElement> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.getSimpleName().toString(), field));
        List<List<String>> candidates = ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> reach.canCall(constructor) && takesFields(constructor, byName))
                .map(ConstructorFinder::parameterNames)
                .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
                .toList();
        String wanted = element.getSimpleName() + "("
                + fields.stream().map(this::declaration).collect(Collectors.joining(", ")) + ")";
        for (List<String> candidate : candidates) {
            if (leftOut(fields, candidate).isEmpty()) {
                return candidate;
            }
        }
        Optional<ExecutableElement> unnamed = unnamed(element, byName);
        if (unnamed.isPresent()) {
            refusals.add(Refusal.unnamedParameters(signature(element, unnamed.get())));
            return List.of();
        } else if (candidates.isEmpty()) {
            refusals.add(Refusal.noConstructor(wanted, reach.packageName()));
            return List.of();
        }
        for (VariableElement field : leftOut(fields, candidates.get(0))) {
            if (members.reader(field).isEmpty()) {
                continue;
            }
            String setter = MemberFinder.setter(field) + "(" + JavaTypes.of(members.typeOf(field)) + ")";
            refusals.add(Refusal.unwritable(field.getSimpleName().toString(), setter, wanted, reach.packageName()));
        }
        return candidates.get(0);
    }

    private boolean takesFields(ExecutableElement constructor, Map<String, VariableElement> fields) {
        ExecutableType seen = (ExecutableType) types.types().asMemberOf(type, constructor);
        List<String> names = parameterNames(constructor);
        for (int i = 0; i < names.size(); i++) {
            VariableElement field = fields.get(names.get(i));
            TypeMirror parameter = seen.getParameterTypes().get(i);
            if (field == null || !types.types().isAssignable(members.typeOf(field), parameter)) {
                return false;
            }
        }
        return true;
    }

    /** The fields that nothing could set; one that nothing can read either is refused for that. */
    private List<VariableElement> leftOut(List<VariableElement> fields, List<String> constructor) {
        return fields.stream()
                .filter(field -> !constructor.contains(field.getSimpleName().toString()))
                .filter(field -> members.writer(field).isEmpty())
                .toList();
    }

    /** A constructor of which the compiler had to invent the names of the parameters, for the class file has none. */
    private Optional<ExecutableElement> unnamed(TypeElement element, Map<String, VariableElement> fields) {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> reach.canCall(constructor))
                .filter(constructor -> isUnnamed(parameterNames(constructor), fields))
                .max(Comparator.comparingInt(
                        constructor -> constructor.getParameters().size()));
    }

    private static boolean isUnnamed(List<String> names, Map<String, VariableElement> fields) {
        return !names.isEmpty()
                && names.size() <= fields.size()
                && IntStream.range(0, names.size())
                        .allMatch(i -> names.get(i).equals("arg" + i) && !fields.containsKey("arg" + i));
    }

    private String signature(TypeElement element, ExecutableElement constructor) {
        ExecutableType seen = (ExecutableType) types.types().asMemberOf(type, constructor);
        return element.getSimpleName() + "("
                + seen.getParameterTypes().stream()
                        .map(parameter -> JavaTypes.of(parameter).toString())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static List<String> parameterNames(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
    }

    private String declaration(VariableElement field) {
        return JavaTypes.of(members.typeOf(field)) + " " + field.getSimpleName();
    }
}
