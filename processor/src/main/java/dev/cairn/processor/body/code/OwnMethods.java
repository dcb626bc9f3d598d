package dev.cairn.processor.body.code;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tells what methods do to the instance that they are called on, and to what they are passed, of classes whose source is compiled with
 * the flow. Mutable, used by one analysis.
 */
public final class OwnMethods {
    /** What a method does to its instance, or to what it is passed. */
    public enum Doing {
        /** Its body is not there to be read, or another class may put its own in its place. */
        UNKNOWN,
        /** It changes it each time. */
        CHANGES,
        /** It changes it on some paths. */
        MAY_CHANGE,
        /** It returns the field that it is named after. */
        GIVES,
        /** It looks at it, and hands nothing out that can be changed. */
        LOOKS,
        /** Anything else. */
        OTHER
    }

    /** Any number of arguments. */
    public static final int ANY = -1;

    private static final Set<Modifier> OPEN = EnumSet.of(Modifier.ABSTRACT, Modifier.SEALED);

    private final Trees trees;
    private final ValueTypes types;
    private final Map<ExecutableElement, Doing> known = new HashMap<>();
    private final Map<List<Object>, Doing> parameters = new HashMap<>();

    public OwnMethods(Trees trees, ValueTypes types) {
        this.trees = trees;
        this.types = types;
    }

    ValueTypes types() {
        return types;
    }

    /** What a call of a method does to a value of a type; {@link #ANY} number of arguments if it is not known. */
    public Doing of(@Nullable TypeMirror type, String method, int arguments) {
        if (!(type instanceof DeclaredType receiver)) {
            return Doing.UNKNOWN;
        }
        TypeMirror at = receiver;
        while (at instanceof DeclaredType declared && at.getKind() != TypeKind.ERROR) {
            TypeElement owner = (TypeElement) declared.asElement();
            if (owner.getQualifiedName().toString().startsWith("java.")
                    || owner.getKind().isInterface()
                    || owner.getModifiers().stream().anyMatch(OPEN::contains)) {
                return Doing.UNKNOWN;
            }
            List<ExecutableElement> overloads = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                    .filter(found -> found.getSimpleName().contentEquals(method)
                            && (arguments == ANY
                                    || found.isVarArgs()
                                    || found.getParameters().size() == arguments))
                    .toList();
            if (!overloads.isEmpty()) {
                return any(receiver, overloads);
            }
            at = owner.getSuperclass();
        }
        return Doing.UNKNOWN;
    }

    /** What a method that a class declares does to the argument of a number; it keeps none, but for {@link Doing#OTHER} ones. */
    public Doing parameter(TypeElement owner, String method, int arguments, int number) {
        if (owner.getQualifiedName().toString().startsWith("java.")) {
            return Doing.UNKNOWN;
        }
        Set<Doing> doings = EnumSet.noneOf(Doing.class);
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(found -> found.getSimpleName().contentEquals(method)
                        && (found.isVarArgs() || found.getParameters().size() == arguments))
                .forEach(found -> doings.add(parameter(owner, found, number)));
        return doings.contains(Doing.UNKNOWN) || doings.contains(Doing.OTHER) ? Doing.OTHER : any(doings);
    }

    private Doing parameter(TypeElement owner, ExecutableElement method, int number) {
        List<Object> key = List.of(method, number);
        Doing doing = parameters.get(key);
        if (doing == null) {
            parameters.put(key, Doing.OTHER); // as long as it is read
            MethodTree tree = trees.getTree(method);
            BlockTree body = tree == null || method.isVarArgs() ? null : tree.getBody();
            boolean isOpen = !method.getModifiers().contains(Modifier.STATIC)
                    && owner.getModifiers().stream().anyMatch(OPEN::contains);
            doing = body == null || isOpen
                    ? Doing.UNKNOWN
                    : OwnChanges.ofParameter(
                                    this, owner, tree, method.getParameters().get(number))
                            .doing(body);
            parameters.put(key, doing);
        }
        return doing;
    }

    /** What one of the overloads does, it is not known which. */
    private Doing any(DeclaredType type, List<ExecutableElement> overloads) {
        Set<Doing> doings = EnumSet.noneOf(Doing.class);
        overloads.forEach(method -> doings.add(of(type, method)));
        return any(doings);
    }

    private static Doing any(Set<Doing> doings) {
        if (doings.size() == 1) {
            return doings.iterator().next();
        }
        return doings.contains(Doing.CHANGES) || doings.contains(Doing.MAY_CHANGE) ? Doing.MAY_CHANGE : Doing.OTHER;
    }

    private Doing of(DeclaredType type, ExecutableElement method) {
        Doing doing = known.get(method);
        if (doing == null) {
            known.put(method, Doing.OTHER); // as long as it is read: a call that comes back to it adds nothing
            MethodTree tree = trees.getTree(method);
            BlockTree body = tree == null ? null : tree.getBody();
            doing = body == null
                    ? Doing.UNKNOWN
                    : gives(type, method, body)
                            ? Doing.GIVES
                            : OwnChanges.ofInstance(this, type, tree).doing(body);
            known.put(method, doing);
        }
        return doing;
    }

    private boolean gives(DeclaredType type, ExecutableElement method, BlockTree body) {
        if (body.getStatements().size() != 1
                || !(body.getStatements().get(0) instanceof ReturnTree returned)
                || returned.getExpression() == null
                || !method.getParameters().isEmpty()
                || Objects.requireNonNull(method.getEnclosingElement()).getKind() == ElementKind.INTERFACE) {
            return false;
        }
        String name = method.getSimpleName().toString();
        String field = named(returned.getExpression());
        return types.field(type, field) != null
                && (name.equals(field) || name.equalsIgnoreCase("get" + field) || name.equalsIgnoreCase("is" + field));
    }

    private static String named(ExpressionTree expression) {
        Tree tree = Names.bare(expression);
        boolean isOwn = tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree select
                        && select.getExpression() instanceof IdentifierTree self
                        && self.getName().contentEquals("this");
        return isOwn ? Names.lastName(tree) : "";
    }
}
