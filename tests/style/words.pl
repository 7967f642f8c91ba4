#!/usr/bin/perl
# Both languages of every WORDS("…", "…") and SAY("…", "…") say something, have the same places {1}…{9}, are NFC and
# quote with “ ”.
# The halves are string literals, possibly several in a row and over several lines.
use strict;
use utf8;
use warnings;
use Unicode::Normalize qw(NFC);
binmode STDOUT, ':utf8';

my $faults = 0;
my $pairs = 0;

sub fault {
	my ($file, $source, $at, $sentence) = @_;
	my $line = 1 + (substr($source, 0, $at) =~ tr/\n//);
	print "$file:$line: $sentence\n";
	$faults++;
}

# Comments become blanks of the same length, strings stay.
sub without_comments {
	my ($source) = @_;
	$source =~ s{("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(/\*.*?\*/|//[^\n]*)}
		{defined $1 ? $1 : do { my $blank = $2; $blank =~ s/[^\n]/ /g; $blank }}gse;
	return $source;
}

my $literal = qr/"(?:[^"\\\n]|\\.)*"/;
my $half = qr/$literal(?:\s*$literal)*/;

sub text {
	my ($half) = @_;
	return join '', map { substr $_, 1, -1 } $half =~ /$literal/g;
}

sub places {
	my %seen = map { $_ => 1 } $_[0] =~ /\{(\d+)\}/g;
	return join ' ', sort keys %seen;
}

# Inside a macro the halves are its parameters.
sub in_definition {
	my ($source, $at) = @_;
	return substr($source, 0, $at) =~ /^[ \t]*#[ \t]*define\b(?:[^\n]*\\\n)*[^\n]*\z/m;
}

for my $file (@ARGV) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $source = without_comments(do { local $/; <$in> });
	while ($source =~ /\b(WORDS|SAY)\s*\(/g) {
		my ($macro, $at) = ($1, $-[0]);
		next if in_definition($source, $at);
		$pairs++;
		next if $source =~ /\G\s*NULL\s*,\s*NULL\s*\)/;
		if ($source !~ /\G\s*($half)\s*,\s*($half)\s*\)/gc) {
			fault($file, $source, $at, "$macro wants two texts, written out");
			next;
		}
		my ($vi, $en) = (text($1), text($2));
		next if "$vi$en" eq ''; # nothing to say, in both
		fault($file, $source, $at, "$macro without a Vietnamese text") if $vi !~ /\S/;
		fault($file, $source, $at, "$macro without an English text") if $en !~ /\S/;
		fault($file, $source, $at, "$macro has the places (" . places($vi) . ") in Vietnamese, ("
			. places($en) . ") in English") if places($vi) ne places($en);
		fault($file, $source, $at, "$macro has a place outside {1} to {9}") if "$vi$en" =~ /\{(?:0|\d\d+)\}/;
		fault($file, $source, $at, "$macro quotes with « », not with “ ”") if "$vi$en" =~ /[«»]/;
		fault($file, $source, $at, "$macro is not NFC") if NFC("$vi$en") ne "$vi$en";
	}
}
exit($faults ? 1 : 0);
