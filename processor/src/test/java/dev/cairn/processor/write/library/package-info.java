/** Types that flows of tests know from class files. */
package dev.cairn.processor.write.library;
