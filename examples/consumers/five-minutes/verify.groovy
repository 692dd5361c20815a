String log = new File(basedir, 'build.log').text
String page = new File(basedir, '../../../../../docs/five-minutes.md').text
String shown = (page =~ /(?ms)^<!-- output -->\n```text\n(.*?)^```$/)[0][1]
assert shown.contains('Skerra')
assert log.contains(shown)
assert page.contains('`mvn -q compile exec:java`')
