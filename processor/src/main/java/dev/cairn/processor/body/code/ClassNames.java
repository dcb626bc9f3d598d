package dev.cairn.processor.body.code;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The classes that names in the source of a flow mean (chapter 6.5.5 of the language specification): members of the flow and of the
 * classes around it, imported ones, those of its package. Used by one thread, in one round.
 */
public final class ClassNames {
    private final TypeElement flow;
    private final CompilationUnitTree unit;
    private final VisibleClasses classes;

    ClassNames(TypeElement flow, CompilationUnitTree unit, VisibleClasses classes) {
        this.flow = flow;
        this.unit = unit;
        this.classes = classes;
    }

    /** The class that an expression names, where no variable has that name; null if there is none. */
    public @Nullable TypeElement find(Tree expression) {
        if (expression instanceof IdentifierTree identifier) {
            return find(identifier.getName().toString());
        } else if (expression instanceof MemberSelectTree select) {
            TypeElement outer = find(select.getExpression());
            return outer == null
                    ? classes.find(select.toString())
                    : member(outer, select.getIdentifier().toString());
        }
        return null;
    }

    private @Nullable TypeElement find(String simpleName) {
        for (Element around = flow; around instanceof TypeElement type; around = around.getEnclosingElement()) {
            TypeElement member = member(type, simpleName);
            if (member != null) {
                return member;
            }
        }
        List<String> candidates = new ArrayList<>();
        imports(false, simpleName, candidates);
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        candidates.add(packageName.isEmpty() ? simpleName : packageName + "." + simpleName);
        imports(false, "*", candidates);
        for (String candidate : candidates) {
            TypeElement found = classes.find(
                    candidate.endsWith("*") ? candidate.substring(0, candidate.length() - 1) + simpleName : candidate);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The classes from which a static method of this name is imported, or may be. */
    public List<TypeElement> importing(String method) {
        List<String> members = new ArrayList<>();
        imports(true, method, members);
        if (members.isEmpty()) {
            imports(true, "*", members);
        }
        List<TypeElement> found = new ArrayList<>();
        for (String member : members) {
            TypeElement type = classes.find(member.substring(0, member.lastIndexOf('.')));
            if (type != null
                    && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                            .anyMatch(each -> each.getSimpleName().contentEquals(method))) {
                found.add(type);
            }
        }
        return found;
    }

    private void imports(boolean isStatic, String last, List<String> names) {
        for (ImportTree imported : unit.getImports()) {
            String name = imported.getQualifiedIdentifier().toString();
            if (imported.isStatic() == isStatic && name.endsWith("." + last)) {
                names.add(name);
            }
        }
    }

    private static @Nullable TypeElement member(TypeElement type, String simpleName) {
        return ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .filter(member -> member.getSimpleName().contentEquals(simpleName))
                .findFirst()
                .orElse(null);
    }
}
