package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What users may call has documentation: each type, method and field that is public in a package that its module exports to all. */
class PublicApiTest {
    /** What else users see: modules with one package that is for them, and without a descriptor. */
    private static final List<String> WITHOUT_DESCRIPTOR =
            List.of("dev.cairn.codec.commonsmath", "dev.cairn.engine.temporal");

    /** What the compiler calls: documented, but for nobody to call. */
    private static final String PROCESSOR = "dev.cairn.processor";

    private static final Pattern CHECKED = Pattern.compile("<api\\.packages>(.*)</api\\.packages>");
    private static final Pattern COMPARED = Pattern.compile("<include>(dev\\.cairn.*)</include>");

    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(Toolchain.root(), 6)) {
            return files.filter(file -> file.endsWith("src/main/java/module-info.java"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void allOfItIsDocumented() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> undocumented = new ArrayList<>();
        int seen = 0;
        for (Path module : modules()) {
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null,
                        files,
                        null,
                        List.of("-proc:none"),
                        null,
                        files.getJavaFileObjectsFromPaths(sources(module)));
                List<CompilationUnitTree> units = new ArrayList<>();
                task.parse().forEach(units::add);
                Set<String> exported = exported(units);
                Members members = new Members(DocTrees.instance(task), undocumented);
                for (CompilationUnitTree unit : units) {
                    if (unit.getPackageName() != null
                            && exported.contains(unit.getPackageName().toString())) {
                        members.scan(unit, null);
                    }
                }
                seen += members.seen;
            }
        }

        assertThat(seen).isGreaterThan(1000);
        assertThat(undocumented).isEmpty();
    }

    /** The compiler says which tags are missing in these packages, and `.ci/api` compares them. */
    @Test
    void theBuildKnowsItsPackages() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> expected = new TreeSet<>(WITHOUT_DESCRIPTOR);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> descriptors = modules().stream()
                    .map(module -> module.resolve("module-info.java"))
                    .toList();
            for (Path descriptor : descriptors) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(descriptor));
                List<CompilationUnitTree> units = new ArrayList<>();
                task.parse().forEach(units::add);
                expected.addAll(exported(units));
            }
        }
        String pom = Files.readString(Toolchain.root().resolve("pom.xml"));

        assertThat(COMPARED.matcher(pom).results().map(found -> found.group(1))).containsExactlyElementsOf(expected);

        expected.add(PROCESSOR);
        assertThat(CHECKED.matcher(pom).results().map(found -> found.group(1)))
                .containsExactly(String.join(",", expected));
    }

    private static Set<String> exported(List<CompilationUnitTree> units) {
        Set<String> exported = new HashSet<>();
        for (CompilationUnitTree unit : units) {
            if (unit.getModule() != null) {
                unit.getModule().getDirectives().stream()
                        .filter(directive ->
                                directive instanceof ExportsTree exports && exports.getModuleNames() == null)
                        .forEach(directive -> exported.add(
                                ((ExportsTree) directive).getPackageName().toString()));
            }
        }
        return exported;
    }

    /** Visits what is public, and what is within it. */
    private static final class Members extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<String> undocumented;
        private int seen;

        Members(DocTrees docs, List<String> undocumented) {
            this.docs = docs;
            this.undocumented = undocumented;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (!isPublic(type.getModifiers())) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean compact = method.getName().contentEquals("<init>")
                    && method.getParameters().isEmpty()
                    && isRecord();
            if (isPublic(method.getModifiers()) && !overrides && !compact) {
                check(method.getName() + "(" + method.getParameters() + ")");
            }
            return null; // what is within its body is nobody's
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void unused) {
            if (isPublic(field.getModifiers()) && !isRecord()) {
                check(field.getName().toString());
            }
            return null;
        }

        private boolean isRecord() {
            return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        }

        /** Members of interfaces and annotations are public without a word. */
        private boolean isPublic(ModifiersTree modifiers) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            boolean ofInterface =
                    around.getKind() == Tree.Kind.INTERFACE || around.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return ofInterface && !modifiers.getFlags().contains(Modifier.PRIVATE)
                    || modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED);
        }

        private void check(String name) {
            seen++;
            TreePath path = getCurrentPath();
            if (docs.getDocComment(path) == null) {
                undocumented.add(path.getCompilationUnit().getPackageName() + ", "
                        + Path.of(path.getCompilationUnit().getSourceFile().toUri())
                                .getFileName() + ": " + name);
            }
        }
    }
}
