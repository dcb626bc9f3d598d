package dev.cairn.processor.body;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.FlowSources;
import dev.cairn.processor.body.effect.Effect;
import dev.cairn.processor.body.tree.CompilerTrees;
import dev.cairn.processor.body.walk.Analysis;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.name.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the bodies of flows without the compiler's help, as the processor does, and again when they are attributed. */
final class CrossCheck extends AbstractProcessor implements TaskListener {
    /**
     * What one side knows of a flow.
     *
     * @param accesses the places that name a field, as {@code offset:name}
     * @param calls the methods that are called, by offset
     * @param leaks where {@code this} leaks into inherited methods, at least, by offset
     */
    record Found(Set<String> accesses, Set<Long> calls, Set<Long> leaks) {}

    /** What the analysis found, by the name of the flow. */
    final Map<String, Found> mine = new LinkedHashMap<>();

    /** What the compiler knows, by the name of the flow. */
    final Map<String, Found> truth = new LinkedHashMap<>();

    private Trees trees;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        trees = Trees.instance(environment);
        JavacTask.instance(environment).addTaskListener(this);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement("dev.cairn.Flow");
        for (var flow : round.getElementsAnnotatedWith(annotation)) {
            TypeElement type = (TypeElement) flow;
            mine.put(type.getQualifiedName().toString(), analysed(type));
        }
        return false;
    }

    private Found analysed(TypeElement flow) {
        Set<Tree> seen = new LinkedHashSet<>();
        FlowCode code = new FlowSources(CompilerTrees.of(processingEnv).orElseThrow())
                .find(flow)
                .orElseThrow();
        Analysis analysis =
                new Analysis(code, new GeneratedNames(ClassRef.of("", "F")), Bodies.artifacts(flow), seen::add);
        List<Effect> effects = new ArrayList<>(List.of(analysis.construction().effect()));
        code.methods()
                .values()
                .forEach(methods ->
                        methods.forEach(method -> effects.add(analysis.effects().of(method))));
        code.innerClasses()
                .values()
                .forEach(inner -> effects.add(analysis.effects().of(inner)));
        Set<String> accesses = new TreeSet<>();
        seen.forEach(tree -> accesses.add(start(code.unit(), tree) + ":" + name(tree)));
        accesses.removeIf(access -> isStatic(code, access));
        Set<Long> calls = new TreeSet<>();
        Set<Long> leaks = new TreeSet<>();
        for (Effect effect : effects) {
            effect.callees().forEach(callee -> calls.add(start(code.unit(), callee)));
            effect.leaks().forEach(leak -> leaks.add(start(code.unit(), leak.tree())));
        }
        return new Found(accesses, calls, leaks);
    }

    private static GeneratedNames names(TypeElement flow) {
        return new GeneratedNames(ClassRef.of("", flow.getSimpleName().toString()));
    }

    private static boolean isStatic(FlowCode code, String access) {
        return code.fields().isStatic(code.fields().number(access.replaceAll(".*:", "")));
    }

    private static String name(Tree tree) {
        return tree instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : ((IdentifierTree) tree).getName().toString();
    }

    private long start(CompilationUnitTree unit, Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
            flowIn(event.getTypeElement()).ifPresent(flow -> {
                TreePath path = trees.getPath(flow);
                CompilerTruth found = new CompilerTruth(trees, path.getCompilationUnit(), flow);
                found.scan(path, null);
                truth.put(
                        flow.getQualifiedName().toString(),
                        new Found(found.accesses, found.calls, found.inheritedCalls));
            });
        }
    }

    private Optional<TypeElement> flowIn(TypeElement type) {
        TypeElement annotation = processingEnv.getElementUtils().getTypeElement("dev.cairn.Flow");
        return Stream.concat(Stream.of(type), ElementFilter.typesIn(type.getEnclosedElements()).stream())
                .filter(candidate -> candidate.getAnnotationMirrors().stream()
                        .anyMatch(
                                mirror -> mirror.getAnnotationType().asElement().equals(annotation)))
                .findFirst();
    }

    /** What the analysis has missed of what the compiler knows of a flow. */
    List<String> missed(String flow) {
        List<String> missed = new ArrayList<>();
        missed.addAll(
                missing("access ", mine.get(flow).accesses(), truth.get(flow).accesses()));
        missed.addAll(missing("call ", mine.get(flow).calls(), truth.get(flow).calls()));
        missed.addAll(missing("leak ", mine.get(flow).leaks(), truth.get(flow).leaks()));
        return missed;
    }

    /** The fields that the analysis takes to be accessed where the compiler knows that they are not. */
    Set<String> tooMany(String flow) {
        Set<String> more = new TreeSet<>(mine.get(flow).accesses());
        more.removeAll(truth.get(flow).accesses());
        Set<String> names = new TreeSet<>();
        more.forEach(access -> names.add(access.replaceAll(".*:", "")));
        return names;
    }

    private static <T> List<String> missing(String what, Set<T> mine, Set<T> truth) {
        return truth.stream()
                .filter(one -> !mine.contains(one))
                .map(one -> what + one)
                .toList();
    }
}
