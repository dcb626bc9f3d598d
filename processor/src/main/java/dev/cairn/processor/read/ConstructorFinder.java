package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Constructor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constructor that makes an instance of a plain class: one that takes fields only, each by its name, and leaves only
 * such as can be given their values afterwards. Best is one that leaves no final field, for what the class makes of that may have
 * another length; then one that can be called by its name; then one that leaves no private field; then the one that takes most.
 */
final class ConstructorFinder {
    private final CompilerTypes types;
    private final Reach reach;
    private final DeclaredType type;
    private final List<PlainField> fields;
    private final Map<String, PlainField> byName;

    /**
     * A constructor that takes fields only.
     *
     * @param fields their names, in its order
     * @param hidden whether it can be called by a handle only
     * @param element itself
     */
    private record Candidate(List<String> fields, boolean hidden, ExecutableElement element) {}

    ConstructorFinder(CompilerTypes types, Reach reach, DeclaredType type, List<PlainField> fields) {
        this.types = types;
        this.reach = reach;
        this.type = type;
        this.fields = fields;
        this.byName = fields.stream().collect(Collectors.toMap(PlainField::name, Function.identity(), (a, b) -> b));
    }

    /**
     * The constructor to call; if there is none, one that is the nearest to that.
     *
     * @param refusals gets why there is none
     */
    Constructor find(TypeElement element, List<Refusal> refusals) {
        List<ExecutableElement> callable = ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> reach.canCall(constructor) || isHidden(element, constructor))
                .toList();
        Optional<Candidate> best = callable.stream()
                .filter(this::takesFields)
                .map(constructor -> new Candidate(names(constructor), !reach.canCall(constructor), constructor))
                .min(preference());
        if (best.isEmpty() || !unset(best.get()).isEmpty()) {
            refusals.add(refusal(element, callable, best));
        }
        return best.map(this::constructor).orElse(Constructor.of(List.of()));
    }

    private boolean isHidden(TypeElement element, ExecutableElement constructor) {
        return reach.opens(element) && reach.canCallByHandle(constructor);
    }

    private Comparator<Candidate> preference() {
        return Comparator.comparingInt((Candidate candidate) -> unset(candidate).size())
                .thenComparingLong(candidate ->
                        left(candidate).stream().filter(PlainField::isFilled).count())
                .thenComparing(Candidate::hidden)
                .thenComparing(candidate -> left(candidate).stream().anyMatch(PlainField::isWrittenByHandle))
                .thenComparing(candidate -> candidate.fields().size(), Comparator.reverseOrder());
    }

    /** The fields that it does not take. */
    private List<PlainField> left(Candidate candidate) {
        return fields.stream()
                .filter(field -> !candidate.fields().contains(field.name()))
                .toList();
    }

    /** The fields that would not get their values; one that nothing can read either is refused for that. */
    private List<PlainField> unset(Candidate candidate) {
        return left(candidate).stream()
                .filter(field -> field.write().isEmpty() && field.read().isPresent())
                .toList();
    }

    private Constructor constructor(Candidate candidate) {
        return new Constructor(
                candidate.fields(),
                candidate.hidden() ? Optional.of(erasedParameters(candidate.element())) : Optional.empty());
    }

    private List<JavaType> erasedParameters(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter -> JavaTypes.of(types.types().erasure(parameter.asType())))
                .toList();
    }

    private boolean takesFields(ExecutableElement constructor) {
        List<? extends TypeMirror> parameters = seen(constructor).getParameterTypes();
        List<String> names = names(constructor);
        return IntStream.range(0, names.size()).allMatch(i -> takes(parameters.get(i), byName.get(names.get(i))));
    }

    private boolean takes(TypeMirror parameter, @Nullable PlainField field) {
        return field != null && types.types().isAssignable(field.type(), parameter);
    }

    private Refusal refusal(TypeElement element, List<ExecutableElement> callable, Optional<Candidate> best) {
        Optional<ExecutableElement> unnamed = callable.stream()
                .filter(constructor -> isUnnamed(names(constructor)))
                .max(Comparator.comparingInt(
                        constructor -> constructor.getParameters().size()));
        if (unnamed.isPresent()) {
            return MemberRefusals.unnamedParameters(signature(element, unnamed.get()));
        }
        Optional<ExecutableElement> throwing = ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> reach.throwsChecked(constructor) && takesFields(constructor))
                .findFirst();
        if (best.isEmpty() && throwing.isPresent()) {
            return MemberRefusals.throwing(signature(element, throwing.get()));
        }
        boolean opens = reach.opens(element);
        String wanted = element.getSimpleName() + "("
                + fields.stream()
                        .filter(field -> !opens || field.isFinal() && !field.isConstant())
                        .map(PlainField::declaration)
                        .collect(Collectors.joining(", "))
                + ")";
        if (best.isEmpty()) {
            return opens
                    ? MemberRefusals.noConstructor(wanted)
                    : MemberRefusals.noConstructor(wanted, reach.packageName());
        }
        List<PlainField> unset = unset(best.get());
        List<String> names = unset.stream().map(PlainField::name).toList();
        if (opens && unset.stream().allMatch(PlainField::isFinal)) {
            return MemberRefusals.neverSet(names, wanted);
        }
        PlainField first = unset.get(0);
        String setter = MemberFinder.setter(first.element()) + "(" + JavaTypes.of(first.type()) + ")";
        return MemberRefusals.unwritable(names, setter, wanted, reach.packageName());
    }

    /** Whether the compiler had to invent the names of the parameters, for the class file has none. */
    private boolean isUnnamed(List<String> names) {
        return !names.isEmpty()
                && names.size() <= fields.size()
                && IntStream.range(0, names.size())
                        .allMatch(i -> names.get(i).equals("arg" + i) && !byName.containsKey("arg" + i));
    }

    private String signature(TypeElement element, ExecutableElement constructor) {
        return element.getSimpleName() + "("
                + seen(constructor).getParameterTypes().stream()
                        .map(parameter -> JavaTypes.of(parameter).toString())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private ExecutableType seen(ExecutableElement constructor) {
        return (ExecutableType) types.types().asMemberOf(type, constructor);
    }

    private static List<String> names(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
    }
}
