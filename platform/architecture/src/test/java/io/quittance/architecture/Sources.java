package io.quittance.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources as the compiler reads them: what can only be seen in the text, because byte code has forgotten it. */
final class Sources {

    static final int LONGEST_METHOD = 60;

    private static final Set<String> ANYTHING = Set.of("Exception", "Throwable", "Error", "java.lang.Exception", "java.lang.Throwable");

    private Sources() {
    }

    /**
     * Methods that are too long, exceptions that are swallowed, and catches that are too wide.
     *
     * @param texts by the name of the file
     */
    static List<String> faults(Map<String, String> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<SimpleJavaFileObject> files = texts.entrySet().stream().map(file -> inMemory(file.getKey(), file.getValue())).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, problem -> { }, List.of("-proc:none"), null, files);
        List<String> faults = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String name = unit.getSourceFile().toUri().getPath().substring(1);
                new Faults(name, unit, positions, faults).scan(unit, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults;
    }

    private static SimpleJavaFileObject inMemory(String name, String text) {
        return new SimpleJavaFileObject(URI.create("source:///" + name.replace(' ', '_')), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Faults extends TreeScanner<Void, Void> {

        private final String name;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        private Faults(String name, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.name = name;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            long length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
            if (length > LONGEST_METHOD) {
                found.add(at(method) + "method " + method.getName() + " has " + length + " lines");
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitCatch(CatchTree caught, Void nothing) {
            if (caught.getBlock().getStatements().isEmpty()) {
                found.add(at(caught) + "swallows " + caught.getParameter().getType());
            }
            if (ANYTHING.contains(String.valueOf(caught.getParameter().getType()))) {
                found.add(at(caught) + "catches just any " + caught.getParameter().getType());
            }
            return super.visitCatch(caught, nothing);
        }

        private String at(Tree tree) {
            return name + ":" + unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree)) + " ";
        }
    }
}
