package dev.cairn.processor.read;

import dev.cairn.processor.model.StoredDefinition.Manner;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Write;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what reads and sets the fields of a plain class: members that the package of the flow can name, or else handles for private
 * ones.
 */
final class MemberFinder {
    private final CompilerTypes types;
    private final Reach reach;
    private final DeclaredType type;
    private final List<? extends Element> all;
    private final List<ExecutableElement> methods;

    MemberFinder(CompilerTypes types, Reach reach, TypeElement element, DeclaredType type) {
        this.types = types;
        this.reach = reach;
        this.type = type;
        this.all = types.elements().getAllMembers(element);
        this.methods = ElementFilter.methodsIn(all).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC) && reach.canCall(method))
                .toList();
    }

    /** A field, with what reads it and what sets it. */
    PlainField find(VariableElement field, StoredType stored) {
        return new PlainField(field, typeOf(field), stored, reader(field), writer(field, stored));
    }

    /** A getter of the field's very type, or else the field; empty if nothing can read it. */
    private Optional<Member> reader(VariableElement field) {
        Optional<Member> getter = getters(field).stream()
                .filter(name -> methods.stream().anyMatch(method -> isGetter(method, name, typeOf(field))))
                .<Member>map(Member.Method::new)
                .findFirst();
        return getter.or(() -> itself(field));
    }

    /** The names of the getters that a field would have, for messages. */
    static String getterNames(VariableElement field) {
        return String.join(
                " or ", getters(field).stream().map(name -> "`" + name + "()`").toList());
    }

    /** A setter, or else the field where it is not final, or its content where it has one; empty if nothing can set it. */
    private Optional<Write> writer(VariableElement field, StoredType stored) {
        String setter = setter(field);
        if (methods.stream().anyMatch(method -> isSetter(method, setter, typeOf(field)))) {
            return Optional.of(new Write(new Member.Method(setter), Manner.SET));
        }
        return manner(field, stored).flatMap(manner -> itself(field).map(member -> new Write(member, manner)));
    }

    private static Optional<Manner> manner(VariableElement field, StoredType stored) {
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            return Optional.of(Manner.SET);
        } else if (field.getConstantValue() != null) {
            return Optional.of(Manner.COMPARE);
        }
        return BuiltInTypes.hasContent(stored) ? Optional.of(Manner.FILL) : Optional.empty();
    }

    /** The field, by its name or by a handle; never what a getter returns, which may be a copy. */
    private Optional<Member> itself(VariableElement field) {
        return isReached(field)
                ? Optional.of(new Member.Direct(field.getSimpleName().toString()))
                : hidden(field);
    }

    private Optional<Member> hidden(VariableElement field) {
        TypeElement owner = (TypeElement) Objects.requireNonNull(field.getEnclosingElement());
        TypeMirror erasure = types.types().erasure(field.asType());
        // A type argument may be one that can be named though the bound of its parameter cannot.
        boolean isNamed = reach.refusalOfAny(erasure).isEmpty()
                || reach.refusalOfAny(types.types().erasure(typeOf(field))).isPresent();
        return isNamed && reach.opens(owner)
                ? Optional.of(new Member.Hidden(
                        field.getSimpleName().toString(), JavaTypes.classRef(owner), JavaTypes.of(erasure)))
                : Optional.empty();
    }

    /** Whether the field can be named: one without modifier is not inherited by a class in another package. */
    private boolean isReached(VariableElement field) {
        return reach.includes(field) && all.contains(field);
    }

    /** The name of the setter that a field would have. */
    static String setter(VariableElement field) {
        return "set" + capitalised(field.getSimpleName().toString());
    }

    /** The type of a field, seen from the class that is read. */
    TypeMirror typeOf(VariableElement field) {
        return types.types().asMemberOf(type, field);
    }

    private static List<String> getters(VariableElement field) {
        String name = field.getSimpleName().toString();
        List<String> getters = new ArrayList<>(List.of(name, "get" + capitalised(name)));
        if (field.asType().getKind() == TypeKind.BOOLEAN) {
            getters.add("is" + capitalised(name));
        }
        return getters;
    }

    private boolean isGetter(ExecutableElement method, String name, TypeMirror fieldType) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().isEmpty()
                && types.types().isSameType(seen(method).getReturnType(), fieldType);
    }

    private boolean isSetter(ExecutableElement method, String name, TypeMirror fieldType) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().size() == 1
                && types.types()
                        .isAssignable(
                                fieldType, seen(method).getParameterTypes().get(0));
    }

    private ExecutableType seen(ExecutableElement method) {
        return (ExecutableType) types.types().asMemberOf(type, method);
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
