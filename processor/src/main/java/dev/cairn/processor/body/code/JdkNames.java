package dev.cairn.processor.body.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;

/** Tells whether a simple name of a class means the one of the JDK. Used by one thread, in one round. */
public final class JdkNames {
    private final CompilationUnitTree unit;
    private final ClassTree flow;
    private final ValueTypes types;
    private final Map<String, Boolean> known = new HashMap<>();

    JdkNames(CompilationUnitTree unit, ClassTree flow, ValueTypes types) {
        this.unit = unit;
        this.flow = flow;
        this.types = types;
    }

    /**
     * Whether a name that code uses for a class can mean nothing but the class of {@code java.lang}, {@code java.util} or
     * {@code java.util.stream}.
     */
    public boolean means(String simpleName) {
        return known.computeIfAbsent(simpleName, this::find);
    }

    private boolean find(String simpleName) {
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return unit.getImports().stream().noneMatch(imported -> isOther(imported, simpleName))
                && unit.getTypeDecls().stream().noneMatch(type -> isNamed(type, simpleName))
                && flow.getMembers().stream().noneMatch(member -> isNamed(member, simpleName))
                && !types.exists(packageName, simpleName);
    }

    private static boolean isOther(ImportTree imported, String simpleName) {
        String name = imported.getQualifiedIdentifier().toString();
        return name.endsWith("." + simpleName)
                && !name.equals("java.util." + simpleName)
                && !name.equals("java.util.stream." + simpleName)
                && !name.equals("java.lang." + simpleName);
    }

    private static boolean isNamed(Tree tree, String simpleName) {
        return tree instanceof ClassTree type && type.getSimpleName().contentEquals(simpleName);
    }
}
